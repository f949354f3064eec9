/** Plain text → its blocks; the text itself stays as it is, so that offsets count in the file. */
import type { Block, BlockKind, LeftOut } from '../core/document.ts'
import { footnoteLines, startsNote } from './footnotes.ts'
import { furnitureLines } from './furniture.ts'
import { type Draft, looksLikeHeading } from './heading.ts'
import { goesOn, type Setting, settingOf } from './joining.ts'
import { isBlank, isClosed, isProse, type Line, linesOf } from './line.ts'
import { markerOf } from './marker.ts'

export const TXT_READER = 'txt@1'

/** What a reader makes of a file: the text to store, and its blocks in order, none over another. */
export type Reading = {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly leftOut?: readonly LeftOut[]
}

/** Lines → drafts of blocks: what goes on is joined, headings are not yet told from paragraphs. */
function draftsOf(lines: readonly Line[], setting: Setting, known: ReadonlySet<number> | null): Draft[] {
  const notes = footnoteLines(lines)
  const furniture = furnitureLines(lines, setting.width !== null, known)
  const drafts: Draft[] = []
  lines.forEach((line, at) => {
    if (isBlank(line)) return
    const before = drafts.at(-1)
    const above = before && lines[before.last]
    const joins = before && above ? goesOn(above, line, at - before.last - 1, setting) : false
    const marker = markerOf(line.words)
    // «Article / 12. The court»: a number at the start of a line inside a sentence is no item.
    const isItem = marker !== null && !(marker.numbered && joins && above && !isClosed(above.words))
    const plain: BlockKind = isItem ? 'item' : 'paragraph'
    const kind: BlockKind = furniture.has(at) ? 'furniture' : notes.has(at) ? 'footnote' : plain
    const noteGoesOn =
      kind === 'footnote' && before?.kind === kind && at === before.last + 1 && !startsNote(line.words)
    const proseGoesOn =
      kind === 'paragraph' && joins && (before?.kind === 'paragraph' || before?.kind === 'item')
    if (before && (noteGoesOn || proseGoesOn)) before.last = at
    else
      drafts.push({
        kind,
        first: at,
        last: at,
        start: line.start + (kind === 'item' && marker ? marker.length : 0),
      })
  })
  return drafts
}

/** Tells headings, from the end: one needs prose or items below it, so that notes of one short line each stay paragraphs. */
function tellHeadings(drafts: readonly Draft[], lines: readonly Line[], setting: Setting): void {
  let prose = false
  let below: Draft | undefined
  for (const draft of drafts.toReversed()) {
    if (draft.kind === 'furniture' || draft.kind === 'footnote') continue
    const line = lines[draft.first]
    const isHeading = prose && looksLikeHeading(draft, below, lines, setting.width)
    if (isHeading) draft.kind = 'heading'
    else prose ||= draft.kind === 'item' || draft.last > draft.first || (line !== undefined && isProse(line))
    below = draft
  }
}

/** Reads a plain text. Item spans begin after the sign of the item. `furniture`: lines, by index, where it is known. */
export function readTxt(text: string, furniture: ReadonlySet<number> | null = null): Reading {
  const lines = linesOf(text)
  const setting = settingOf(lines)
  const drafts = draftsOf(lines, setting, furniture)
  tellHeadings(drafts, lines, setting)
  return {
    text,
    blocks: drafts.map(({ kind, start, last }) => ({
      kind,
      span: { start, end: lines[last]?.end ?? start },
    })),
  }
}
