/** A unit of plain text → its sentences, as spans; initials, abbreviations and note marks do not end one. */
import type { Span } from '../core/span.ts'

/** Rules look around inside a sentence; one that never ends would make that work grow with its square. */
export const LONGEST_SENTENCE = 3000

/** A span without end cut at the last blank inside each length. */
function bounded(text: string, span: Span): Span[] {
  const parts: Span[] = []
  let start = span.start
  while (span.end - start > LONGEST_SENTENCE) {
    const blank = text.lastIndexOf(' ', start + LONGEST_SENTENCE)
    const end = blank > start ? blank : start + LONGEST_SENTENCE
    parts.push({ start, end })
    start = end
  }
  return [...parts, { start, end: span.end }]
}

/** Sentences of `span`, in order, without outer blanks. A day heading such as `3 May 2031:` stays with its sentence. */
export function sentencesIn(text: string, span: Span, abbreviations: ReadonlySet<string>): Span[] {
  const found: Span[] = []
  let start = span.start
  const ends = /[.!?]["')\]]*(?:\d{1,3})?(?=\s+["'([]*[\p{Lu}\d])/gu
  ends.lastIndex = span.start
  for (let match = ends.exec(text); match && match.index < span.end; match = ends.exec(text)) {
    const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(start, match.index - 24), match.index))?.[0] ?? ''
    // «Article 19.1 CAO» goes on; «in 2016.33 The» ends, and 33 is a note.
    if (/(?<!\b(?:19|20)\d\d)(?<=\d)\.\d/.test(text.slice(Math.max(start, match.index - 5), match.index + 2)))
      continue
    if (abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word)) continue
    const end = match.index + match[0].length
    found.push({ start, end })
    start = end
  }
  found.push({ start, end: span.end })
  return found
    .flatMap((one) => bounded(text, one))
    .map((one) => {
      const words = text.slice(one.start, one.end)
      const lead = words.length - words.trimStart().length
      return { start: one.start + lead, end: one.start + words.trimEnd().length }
    })
    .filter((one) => one.end > one.start)
}

/** The clause of a sentence around an offset: what stands between commas, semicolons, dashes or brackets. */
export function clauseAround(text: string, sentence: Span, at: number): Span {
  const before = text.slice(sentence.start, at)
  const after = text.slice(at, sentence.end)
  const start = Math.max(...[', ', '; ', ' – ', ' (', ': '].map((sign) => before.lastIndexOf(sign)))
  const end = /[,;:](?=\s)|\s–\s|\s\(/.exec(after)?.index ?? after.length
  return { start: sentence.start + Math.max(0, start), end: at + end }
}
