/** A stored text in, the pieces of a passage that may be read out: words, marked words, and slips of one width. */
import type { PassagePart } from '../public-record.ts'
import { SENTENCE_END } from '../sentences.ts'
import { overlap, type Span } from '../span.ts'
import { mergeSpans } from './allowed.ts'

export type Mark = { readonly letter: string; readonly span: Span }

/** a … z, then aa, ab …: the letters that tie words to values. */
export const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26))

const LONGEST_ASIDE = 240

/** The sentence around words that govern a passage from outside it, cut to a readable length. */
export function sentenceAround(text: string, span: Span): Span {
  const before = text.slice(Math.max(0, span.start - LONGEST_ASIDE), span.start)
  const after = text.slice(span.end, span.end + LONGEST_ASIDE)
  const starts = [...before.matchAll(SENTENCE_END)].at(-1)
  const ends = after.matchAll(SENTENCE_END).next().value
  const start = starts
    ? span.start - before.length + starts.index + starts[0].length
    : wordEdge(text, span.start - before.length)
  return { start, end: ends ? span.end + ends.index + 1 : wordEdge(text, span.end + after.length) }
}

/** The nearest place from `at` on where no word is cut in two. */
function wordEdge(text: string, at: number): number {
  let edge = at
  while (edge > 0 && edge < text.length && /\S/.test(text[edge - 1] ?? '') && /\S/.test(text[edge] ?? ''))
    edge += 1
  return edge
}

/**
 * Cuts the fragments of a text at every mark and every held-back name. A piece inside a mark is a `mark`; it carries the
 * letters of the marks that end with it. Between fragments stands an ellipsis.
 */
export function passageParts(
  text: string,
  fragments: readonly Span[],
  marks: readonly Mark[],
  holdBack: readonly Span[],
): readonly PassagePart[] {
  const parts: PassagePart[] = []
  for (const fragment of mergeSpans(fragments)) {
    if (parts.length > 0) parts.push({ kind: 'words', text: ' […] ' })
    const inside = marks.filter((mark) => overlap(mark.span, fragment) > 0)
    const held = holdBack.filter((span) => overlap(span, fragment) > 0)
    const edges = [fragment, ...inside.map((one) => one.span), ...held]
      .flatMap((span) => [span.start, span.end])
      .filter((at) => at >= fragment.start && at <= fragment.end)
    const cuts = [...new Set(edges)].sort((a, b) => a - b)
    for (const [index, start] of cuts.slice(0, -1).entries()) {
      const piece = { start, end: cuts[index + 1] ?? fragment.end }
      parts.push(...partOf(text, piece, inside, held, parts.at(-1)))
    }
  }
  return parts
}

function partOf(
  text: string,
  piece: Span,
  marks: readonly Mark[],
  held: readonly Span[],
  last: PassagePart | undefined,
): readonly PassagePart[] {
  const over = marks.filter((mark) => overlap(mark.span, piece) > 0)
  const letters = over.filter((mark) => mark.span.end === piece.end).map((mark) => mark.letter)
  if (held.some((span) => overlap(span, piece) > 0)) {
    // One slip for one name, however many marks cut it; its letters are not shown, nor how long it is.
    return last?.kind === 'withheld' ? [] : [{ kind: 'withheld' }]
  }
  const words = text.slice(piece.start, piece.end).replace(/\s+/g, ' ')
  return over.length > 0 ? [{ kind: 'mark', text: words, marks: letters }] : [{ kind: 'words', text: words }]
}
