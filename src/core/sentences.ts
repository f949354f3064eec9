/** A stretch of a text in, its sentences out; and a passage with the sentences around it. */
import type { Span } from './span.ts'

/** A full stop ends a sentence only before a capital, so that «No. 4» or «17.02.2020» do not. */
export const SENTENCE_END = /[.!?…]["»”)]*\s+(?=[\p{Lu}«“"])|\n/gu

/** In order, without blanks at either end; together they hold every word of the stretch. */
export function sentencesIn(text: string, span: Span): readonly Span[] {
  const words = text.slice(span.start, span.end)
  const cuts = [...words.matchAll(SENTENCE_END)].map((one) => span.start + one.index + one[0].length)
  const edges = [span.start, ...cuts, span.end]
  return edges
    .slice(0, -1)
    .flatMap((start, index) => trimmed(text, { start, end: edges[index + 1] ?? start }))
}

/** How far somebody looks for sentences around a passage. */
const FAR = 1200

/** The passage with up to `n` sentences before it and after it. */
export function withSentences(text: string, span: Span, n: number): Span {
  const before = sentencesIn(text, { start: Math.max(0, span.start - FAR), end: span.start })
  const after = sentencesIn(text, { start: span.end, end: Math.min(text.length, span.end + FAR) })
  return {
    start: before.slice(-n)[0]?.start ?? span.start,
    end: after.slice(0, n).at(-1)?.end ?? span.end,
  }
}

function trimmed(text: string, { start, end }: Span): readonly Span[] {
  const words = text.slice(start, end)
  const [first, last] = [words.search(/\S/), words.trimEnd().length]
  return first < 0 ? [] : [{ start: start + first, end: start + last }]
}
