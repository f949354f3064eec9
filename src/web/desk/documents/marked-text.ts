/** A stretch of a text with the words of each row in, pieces that know which rows they speak for out. */
import type { Sureness } from '../../../core/recognition.ts'
import { overlap, type Span } from '../../../core/span.ts'
import { html, type Markup } from '../../../publish/markup.ts'

/** `row`: its number as the page counts them, from 1. */
export type RowMark = { readonly row: number; readonly span: Span }

type Piece = { readonly span: Span; readonly over: readonly number[]; readonly ends: readonly number[] }

/** A stretch cut at these places. */
function cutAt({ start, end }: Span, places: readonly number[]): readonly Span[] {
  const cuts = [...new Set([start, end, ...places])].filter((at) => at >= start && at <= end)
  return cuts
    .sort((a, b) => a - b)
    .slice(0, -1)
    .map((from, index, all) => ({ start: from, end: all[index + 1] ?? end }))
}

function pieces(span: Span, marks: readonly RowMark[]): readonly Piece[] {
  const inside = marks.filter((one) => overlap(one.span, span) > 0)
  const edges = inside.flatMap((one) => [one.span.start, one.span.end])
  return cutAt(span, edges).map((piece) => {
    const over = inside.filter((one) => overlap(one.span, piece) > 0)
    return {
      span: piece,
      over: over.map((one) => one.row),
      ends: over.filter((one) => one.span.end === piece.end).map((one) => one.row),
    }
  })
}

/** Words that a machine read in a picture and was not sure of are dotted. */
function dotted(text: string, span: Span, doubtful: readonly Sureness[]): readonly Markup[] {
  const unsure = doubtful.map(([, start, end]) => ({ start, end }))
  return cutAt(
    span,
    unsure.flatMap((one) => [one.start, one.end]),
  ).map((part) => {
    const words = text.slice(part.start, part.end).replace(/\s+/g, ' ')
    const isDoubtful = unsure.some((one) => overlap(one, part) > 0)
    return isDoubtful ? html`<u class="doubtful">${words}</u>` : html`${words}`
  })
}

/** Each number leads to its row, and each row back to its words: with script off by the address alone. */
export function markedText(
  text: string,
  span: Span,
  { marks, doubtful }: { readonly marks: readonly RowMark[]; readonly doubtful: readonly Sureness[] },
  label: (row: number) => string,
): readonly Markup[] {
  return pieces(span, marks).map((piece) => {
    const words = dotted(text, piece.span, doubtful)
    return piece.over.length === 0
      ? html`${words}`
      : html`<mark data-rows=" ${piece.over.join(' ')} ">${words}${piece.ends.map(
          (row) => html`<sup><a id="w${row}" href="#r${row}" aria-label="${label(row)}">${row}</a></sup>`,
        )}</mark>`
  })
}
