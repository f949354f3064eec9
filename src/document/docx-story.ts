/** One part of a Word file (its body or its notes) → pieces of text as they stand on paper, with the notes apart. */
import type { BlockKind } from '../core/document.ts'
import { type Piece, pieceOf } from './composing.ts'
import { isOn, type Style } from './docx-styles.ts'
import { readXml, type Tag } from './xml.ts'

export type Story = {
  readonly pieces: readonly Piece[]
  /** Ids of notes in the order that their marks stand, and the notes that this part holds, by id. */
  readonly marks: readonly string[]
  readonly notes: ReadonlyMap<string, readonly Piece[]>
  readonly hidden: number
  readonly comments: number
}
type Paragraph = { words: string; kind: BlockKind; hidden: boolean; inProperties: boolean; joins: boolean }
/** Where finished pieces go: the body, a note, or a cell of a table. */
type Sink = Piece[]

/**
 * What is deleted is not on paper, nor where something was moved away from; a fallback is what another program would show
 * instead; what stands in a `Change` is how it was before. A field shows its result, never its instruction.
 */
export const SKIPPED = /^(del|moveFrom|Fallback|instrText|delInstrText|\w+PrChange|numberingChange)$/
export const LINES: Readonly<Record<string, string>> = {
  tab: ' ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  ptab: ' ',
}
export const isWord = ({ space }: Tag): boolean => /wordprocessingml(\/\d{4})?\/main$/.test(space)
const isMath = ({ space }: Tag): boolean => /officeDocument(\/2006)?\/math$/.test(space)

export function readStory(
  bytes: Uint8Array,
  styleOf: (id: string | null) => Style,
  count: (words: string) => void,
): Story {
  const body: Sink = []
  const sinks: Sink[] = [body]
  const rows: { cells: Sink[]; deleted: boolean }[] = []
  const paragraphs: Paragraph[] = []
  const notes = new Map<string, Sink>()
  const marks: string[] = []
  let [skipping, hidden, comments] = [0, 0, 0]
  let [inRun, inText, runHidden] = [false, false, false]
  let carried = ''

  const put = (piece: Piece | null): void => {
    if (piece) sinks.at(-1)?.push(piece)
  }
  const open = (tag: Tag): void => {
    const paragraph = paragraphs.at(-1)
    const value = tag.attribute('val')
    // The mark of a paragraph that was deleted or moved: its words go on in the next one.
    if (paragraph?.inProperties && /^(del|moveFrom)$/.test(tag.name)) paragraph.joins = true
    if (rows.length > 0 && tag.name === 'del' && !paragraph) markDeleted()
    if (skipping > 0 || SKIPPED.test(tag.name)) {
      skipping += 1
      return
    }
    if (isMath(tag) && tag.name === 't') inText = true
    if (!isWord(tag)) return
    switch (tag.name) {
      case 'p':
        paragraphs.push({
          words: carried,
          kind: 'paragraph',
          hidden: false,
          inProperties: false,
          joins: false,
        })
        carried = ''
        break
      case 'pPr':
        if (paragraph) paragraph.inProperties = true
        break
      case 'pStyle': {
        const style = styleOf(value)
        if (!paragraph) break
        paragraph.hidden = style.hidden
        if (style.heading) paragraph.kind = 'heading'
        else if (style.item) paragraph.kind = 'item'
        break
      }
      case 'outlineLvl':
        if (paragraph && Number(value) < 9) paragraph.kind = 'heading'
        break
      case 'numId':
        if (paragraph && paragraph.kind !== 'heading') paragraph.kind = value === '0' ? 'paragraph' : 'item'
        break
      case 'r':
        inRun = true
        runHidden = paragraph?.hidden ?? false
        break
      case 'rStyle':
        if (!paragraph?.inProperties && styleOf(value).hidden) runHidden = true
        break
      case 'vanish':
        if (!paragraph?.inProperties) runHidden = isOn(value)
        break
      case 't':
        inText = true
        break
      case 'tr':
        rows.push({ cells: [], deleted: false })
        break
      case 'tc': {
        const cell: Sink = []
        rows.at(-1)?.cells.push(cell)
        sinks.push(cell)
        break
      }
      case 'footnote':
      case 'endnote': {
        const note: Sink = []
        // Lines that part notes from the page are notes too, with a type.
        if (tag.attribute('type') === null || tag.attribute('type') === 'normal')
          notes.set(tag.attribute('id') ?? '', note)
        sinks.push(note)
        break
      }
      case 'footnoteReference':
      case 'endnoteReference':
        marks.push(`${tag.name.slice(0, -'Reference'.length)} ${tag.attribute('id') ?? ''}`)
        break
      case 'commentReference':
        comments += 1
        break
      default:
        if (inRun && !runHidden && paragraph) paragraph.words += LINES[tag.name] ?? ''
    }
  }
  const markDeleted = (): void => {
    const row = rows.at(-1)
    // Only a row's own mark stands before its first cell.
    if (row && row.cells.length === 0) row.deleted = true
  }
  const close = (tag: Tag): void => {
    if (skipping > 0) {
      skipping -= 1
      return
    }
    if (isMath(tag) && tag.name === 't') inText = false
    if (!isWord(tag)) return
    const paragraph = paragraphs.at(-1)
    if (tag.name === 't') inText = false
    else if (tag.name === 'r') inRun = false
    else if (tag.name === 'pPr' && paragraph) paragraph.inProperties = false
    else if (tag.name === 'p') {
      const done = paragraphs.pop()
      if (done?.joins) carried = done.words
      else if (done) put(pieceOf(done.kind, done.words))
    } else if (tag.name === 'tc' || tag.name === 'footnote' || tag.name === 'endnote') {
      put(pieceOf('paragraph', carried))
      carried = ''
      sinks.pop()
    } else if (tag.name === 'tr') {
      const row = rows.pop()
      if (row && !row.deleted) for (const piece of rowPieces(row.cells)) put(piece)
    }
  }
  const text = (words: string): void => {
    if (skipping > 0 || !inText) return
    count(words)
    const paragraph = paragraphs.at(-1)
    if (runHidden) hidden += /[\p{L}\p{N}]/u.test(words) ? 1 : 0
    else if (paragraph) paragraph.words += words
  }
  readXml(bytes, { open, close, text })
  put(pieceOf('paragraph', carried))
  return { pieces: body, marks, notes, hidden, comments }
}

/** A row of one cell is a box around paragraphs; any other is one paragraph. */
function rowPieces(cells: readonly Sink[]): readonly Piece[] {
  if (cells.length === 1) return cells[0] ?? []
  const words = cells.map((cell) => cell.map((piece) => piece.words.replaceAll('\n', ' ')).join(' '))
  const row = pieceOf('paragraph', words.join(' | '))
  return row ? [row] : []
}
