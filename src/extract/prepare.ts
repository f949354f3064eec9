/** Document → text of the same length made plain for matching, and its units (headings, paragraphs, items) in order. */
import type { Document } from '../core/document.ts'
import type { Span } from '../core/span.ts'

export type Unit = { readonly kind: 'heading' | 'paragraph' | 'item'; readonly span: Span }
/** `text` has the offsets of the document's text, so that every span found in it is a span of the document. */
export type Prepared = { readonly text: string; readonly units: readonly Unit[] }

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‑': '-',
  '—': '–',
} // prettier-ignore

/** Blanks what is never read, straightens quotes, joins paragraphs that a page break cut in two. */
export function prepare(document: Document): Prepared {
  const plain = document.text.replace(/[‘’ʼʻ`“”„«»‑—]/g, (sign) => PLAIN[sign] ?? sign).replace(/\s/g, ' ')
  const hasNotes = document.blocks.some((block) => block.kind === 'footnote')
  const parts: string[] = []
  const units: Unit[] = []
  let at = 0
  for (const { kind, span } of document.blocks) {
    parts.push(' '.repeat(Math.max(0, span.start - at)))
    at = span.end
    if (kind === 'footnote' || kind === 'furniture') {
      parts.push(' '.repeat(span.end - span.start))
      continue
    }
    const words = plain.slice(span.start, span.end)
    parts.push(hasNotes ? withoutNoteMarks(words) : words)
    const last = units.at(-1)
    if (last && kind === 'paragraph' && last.kind !== 'heading' && isCut(plain, last.span, span))
      units[units.length - 1] = { kind: last.kind, span: { start: last.span.start, end: span.end } }
    else units.push({ kind, span: trimmed(plain, span) })
  }
  parts.push(' '.repeat(Math.max(0, document.text.length - at)))
  return { text: parts.join(''), units: units.filter((unit) => unit.span.end > unit.span.start) }
}

/** Footnote numbers stick to words (`Code39`, `gathered.41`); letters before a hyphenated number are names (`COVID-19`). */
const NOTE_MARK =
  /(?<=[a-z]{2}|[a-z][.,"])(?<!\bno\.)\d{1,3}(?=[\s).,;]|$)|(?<=[a-z]\. )\d{1,2}(?= {2}\p{Lu})/gu
const withoutNoteMarks = (words: string): string =>
  words.replace(NOTE_MARK, (digits) => ' '.repeat(digits.length))

/** A paragraph without a final stop, followed by one that starts in lower case, was cut by the page. */
function isCut(text: string, before: Span, after: Span): boolean {
  const end = text.slice(before.start, before.end).trimEnd()
  const start = text.slice(after.start, after.end).trimStart()
  return !/[.!?:;"]$/.test(end) && /^[a-zа-яё(]|^\d{4},/.test(start)
}

/** The span without outer blanks and the item's sign. */
export function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const lead = /^[\s•▪·*-]*/.exec(words)?.[0].length ?? 0
  return { start: span.start + lead, end: span.start + Math.max(lead, words.trimEnd().length) }
}
