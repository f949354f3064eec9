/** A file that came back, the text as it left in; the text that the file holds now out: sentences rewritten, left out, moved and new. */
import {
  type Laid,
  type LaidSection,
  type Outline,
  sentencesOfSection,
  type Text,
  type Written,
} from '../../core/publication/text.ts'
import { withSentenceAfter } from './merge.ts'

export type Head = { readonly id: string; readonly version: number }

/** Of which publication and version the file is; null: it is no file that left here. */
export function headOf(file: string): Head | null {
  const found = /<!--\s*aigaq (pub-[a-z0-9]+) (\d+)\s*-->/.exec(file)
  return found ? { id: found[1] ?? '', version: Number(found[2]) } : null
}

type Line =
  | { readonly kind: 'section'; readonly id: string | null; readonly title: string }
  | { readonly kind: 'sentence'; readonly id: string | null; readonly words: string }

const MARKED = /^(.*?)\s*<!--\s*(.+?)\s*-->\s*$/u

/** One that has no mark is new: a heading of two signs a section, anything else a sentence. */
function lineOf(text: string): readonly Line[] {
  const [, before = text, mark = null] = MARKED.exec(text) ?? []
  if (mark !== null && /^(?:aigaq|drawn) |^heading$/.test(mark)) return []
  const section = mark === null ? null : /^section (.+)$/.exec(mark)
  const title = /^##\s+(.*)$/.exec(before)?.[1]?.trim()
  if (section) return [{ kind: 'section', id: section[1] ?? '', title: title ?? before.trim() }]
  if (mark === null && title !== undefined) return [{ kind: 'section', id: null, title }]
  // A sign that was put before somebody's own words is taken off again.
  const words = before
    .replace(/^\s*(?:[-*+]|#{1,6})\s+/u, '')
    .trim()
    .replace(/^\\(?=[-*+#\\])/, '')
  return words === '' ? [] : [{ kind: 'sentence', id: mark, words }]
}

/** `newId`: for what is new. What the file leaves out is left out, and can come back. */
export function textBack(file: string, base: Text, newId: () => string): Text {
  const lines = file.split(/\r?\n/).flatMap(lineOf)
  const sentences = new Map(base.sentences)
  const sections: { id: string; title: string; order: string[]; added: Map<string, string | null> }[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    const last = sections.at(-1)
    if (line.kind === 'section') {
      const known = base.outline.some((one) => one.id === line.id)
      const id = known && line.id !== null ? line.id : newId()
      sections.push({ id, title: line.title, order: [], added: new Map() })
      continue
    }
    const known = line.id === null ? undefined : base.sentences.get(line.id)
    if (known && !seen.has(known.id)) {
      seen.add(known.id)
      last?.order.push(known.id)
      sentences.set(known.id, rewritten(known, line.words))
    } else if (last) {
      const id = newId()
      last.added.set(id, last.order.at(-1) ?? null)
      last.order.push(id)
      const own: Written = {
        id,
        words: line.words,
        told: null,
        bonds: [],
        prints: {},
        isOut: false,
        why: null,
      }
      sentences.set(id, own)
    }
  }
  for (const [id, one] of base.sentences)
    if (!seen.has(id) && !one.isOut && isPlaced(base.outline, id)) sentences.set(id, { ...one, isOut: true })
  const there = new Set(sections.map((one) => one.id))
  const left = base.outline.flatMap((one) => (there.has(one.id) ? [] : [{ ...one, isOut: true }]))
  const inFile = new Set(sections.flatMap((one) => one.order))
  const outline = sections.map(({ id, title, order, added }) => {
    const known = base.outline.find((one) => one.id === id)
    const section: LaidSection = known
      ? { ...known, title: asBefore(known.title, title) }
      : { id, title, isOut: false, blocks: [] }
    return ordered(section, order, added, inFile)
  })
  return { outline: [...outline, ...left], sentences }
}

/** Blanks were folded on the way out. */
const asBefore = (before: string, after: string): string =>
  before.replace(/\s+/gu, ' ').replaceAll('<!--', '<! --').trim() === after ? before : after
const rewritten = (one: Written, words: string): Written => {
  const now = asBefore(one.words, words)
  return now === one.words ? { ...one, isOut: false } : { ...one, words: now, why: null, isOut: false }
}
const isPlaced = (outline: Outline, id: string): boolean =>
  ['title', 'summary'].includes(id) ||
  outline.some((one) => !one.isOut && sentencesOfSection(one).includes(id))

function ordered(
  section: LaidSection,
  order: readonly string[],
  added: ReadonlyMap<string, string | null>,
  inFile: ReadonlySet<string>,
): LaidSection {
  const own = sentencesOfSection(section)
  const kept = order.filter((id) => !added.has(id))
  const isInOrder =
    kept.every((id) => own.includes(id)) &&
    JSON.stringify(own.filter((id) => kept.includes(id))) === JSON.stringify(kept)
  // What went to another section leaves this one; what is left out keeps its place.
  const stays = (id: string): boolean => kept.includes(id) || !inFile.has(id)
  if (!isInOrder) return inOneList(section, [...order, ...own.filter((id) => !inFile.has(id))])
  const without: LaidSection = { ...section, blocks: section.blocks.map((one) => filtered(one, stays)) }
  return [...added].reduce<LaidSection>((now, [id, after]) => withSentenceAfter(now, id, after), without)
}

const filtered = (laid: Laid, stays: (id: string) => boolean): Laid =>
  laid.kind === 'box'
    ? { ...laid, blocks: laid.blocks.map((one) => filtered(one, stays)) }
    : laid.kind === 'heading' || laid.kind === 'drafted'
      ? laid
      : { ...laid, sentences: laid.sentences.filter(stays) }

/** Sentences in another order than the blocks can hold stand in the first block that holds any. */
function inOneList(section: LaidSection, order: readonly string[]): LaidSection {
  const at = section.blocks.findIndex((one) => one.kind === 'paragraph' || one.kind === 'points')
  const blocks = section.blocks.map((one, index) =>
    index === at && (one.kind === 'paragraph' || one.kind === 'points')
      ? { ...one, sentences: order }
      : filtered(one, () => false),
  )
  return at >= 0
    ? { ...section, blocks }
    : { ...section, blocks: [...blocks, { kind: 'paragraph', sentences: order }] }
}
