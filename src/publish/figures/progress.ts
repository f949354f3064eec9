/** Counts of one unit and the numbers that they are held against in, one bar for each count under those marks out: filled is certain, hatched may be. */
import { html, type Markup } from '../markup.ts'

export type ProgressBar = {
  readonly label: string
  /** Null: fewer than are told, and nothing of it is certain. */
  readonly least: number | null
  readonly most: number
}
export type ProgressMark = { readonly n: number; readonly label: string }

const SIZES = { wide: { width: 720, font: 13, bar: 20 }, narrow: { width: 320, font: 11, bar: 18 } } as const
const tidy = (n: number): number => Math.round(n * 10) / 10

function drawn(
  bars: readonly ProgressBar[],
  marks: readonly ProgressMark[],
  kind: keyof typeof SIZES,
  id: string,
  title: string,
): Markup {
  const { width, font, bar } = SIZES[kind]
  const most = Math.max(1, ...marks.map((one) => one.n), ...bars.map((one) => one.most))
  const at = (n: number): number => tidy((n / most) * (width - 2) + 1)
  const [head, pitch] = [font + 10, font + bar + 14]
  const height = head + Math.max(1, bars.length) * pitch
  // Marks stand at the bars and not across their names.
  const tops = bars.map((_, index) => head + index * pitch + font + 4)
  const rows = bars.map(({ label, least, most: upto }, index) => {
    const top = tops[index] ?? head
    const [from, to] = [at(least ?? 0), at(upto)]
    return html`<text class="sv" x="1" y="${top - 5}">${label}</text>${(least ?? 0) > 0 && html`<path class="inkf" d="M1 ${top}H${from}v${bar}H1z"/>`}${to > from && html`<path class="range-band" fill="url(#${id}-${kind}-h)" d="M${from} ${top}H${to}v${bar}H${from}z"/>`}<path class="range-hair" d="M1 ${top + bar}H${width}"/>`
  })
  // The last mark is named to its left, and one that would run into the name before it is in the list alone.
  let free = 0
  const rules = marks.map(({ n, label }) => {
    const x = at(n)
    const long = label.length * font * 0.6
    const left = Math.max(0, Math.min(x - long / 2, width - long))
    const isNamed = left >= free
    if (isNamed) free = left + long + 6
    return html`<path class="line" d="M${x} ${font + 4}v5${tops.map((top) => `M${x} ${top - 2}v${bar + 4}`).join('')}"/>${isNamed && html`<text class="sv t2" x="${tidy(left)}" y="${font}">${label}</text>`}`
  })
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-${kind}"><title id="${id}-${kind}">${title}</title><defs><pattern id="${id}-${kind}-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V5"/></pattern></defs>${rows}${rules}</svg>`
}

/** `id`: letters that no other figure of the page has. */
export const progressFigure = (
  bars: readonly ProgressBar[],
  marks: readonly ProgressMark[],
  id: string,
  title: string,
): Markup =>
  html`<figure class="over">${drawn(bars, marks, 'wide', id, title)}${drawn(bars, marks, 'narrow', id, title)}</figure>`
