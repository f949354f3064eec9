/** A stretch of a text with the words of each row in, pieces that know which rows they speak for out. */
import type { Sureness } from '../../../core/recognition.ts'
import type { Span } from '../../../core/span.ts'
import { html, type Markup } from '../../../publish/markup.ts'

/** `row`: its number as the page counts them, from 1. */
export type RowMark = { readonly row: number; readonly span: Span }

type Piece = {
  readonly text: string
  readonly over: readonly number[]
  readonly ends: readonly number[]
  readonly isDoubtful: boolean
}

function pieces(
  text: string,
  { start, end }: Span,
  marks: readonly RowMark[],
  doubtful: readonly Sureness[],
): readonly Piece[] {
  const inside = marks.filter(({ span }) => span.start < end && span.end > start)
  const edges = [
    start,
    end,
    ...inside.flatMap(({ span }) => [span.start, span.end]),
    ...doubtful.flatMap(([, from, to]) => [from, to]),
  ]
  const cuts = [...new Set(edges)].filter((at) => at >= start && at <= end).sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end
    const over = inside.filter(({ span }) => span.start < to && span.end > from)
    return {
      text: text.slice(from, to).replace(/\s+/g, ' '),
      over: over.map((one) => one.row),
      ends: over.filter(({ span }) => span.end === to).map((one) => one.row),
      isDoubtful: doubtful.some(([, first, last]) => first < to && last > from),
    }
  })
}

/**
 * Each number leads to its row, and each row back to its words: with script off by the address alone. `doubtful`: words
 * that a machine read in a picture and was not sure of.
 */
export function markedText(
  text: string,
  span: Span,
  { marks, doubtful }: { readonly marks: readonly RowMark[]; readonly doubtful: readonly Sureness[] },
  label: (row: number) => string,
): readonly Markup[] {
  return pieces(text, span, marks, doubtful).map((piece) => {
    const words = piece.isDoubtful ? html`<u class="doubtful">${piece.text}</u>` : html`${piece.text}`
    return piece.over.length === 0
      ? words
      : html`<mark data-rows=" ${piece.over.join(' ')} ">${words}${piece.ends.map(
          (row) => html`<sup><a id="w${row}" href="#r${row}" aria-label="${label(row)}">${row}</a></sup>`,
        )}</mark>`
  })
}
