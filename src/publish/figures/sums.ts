/** Months of counts with what was expected of each in, columns with the expected as a stroke across them out. */
import { html, type Markup } from '../markup.ts'

export type SumColumn = { readonly month: string; readonly found: number; readonly expected: number }

const SIZES = {
  wide: { width: 560, height: 120, font: 13, lone: ' lone', apart: 2 },
  narrow: { width: 320, height: 110, font: 11, lone: '', apart: 3 },
} as const

function svg(
  columns: readonly SumColumn[],
  began: string | null,
  kind: keyof typeof SIZES,
  title: string,
  id: string,
): Markup {
  const { width, height, font, lone, apart } = SIZES[kind]
  const most = Math.max(1, ...columns.flatMap((one) => [one.found, one.expected]))
  const step = width / Math.max(1, columns.length)
  const floor = height - font * 2
  const short = (n: number): number => Math.round(n * 10) / 10
  const tall = (n: number): number => short((n / most) * (floor - font * 1.6))
  const drawn = columns.map((one, at) => ({ ...one, at, left: at * step, middle: short((at + 0.5) * step) }))
  const bars = drawn.flatMap(({ found, left }) =>
    found === 0
      ? []
      : [`M${short(left + step * 0.16)} ${floor}v-${tall(found)}h${short(step * 0.68)}v${tall(found)}z`],
  )
  const wanted = drawn.map(
    ({ expected, left }) => `M${short(left)} ${short(floor - tall(expected))}h${short(step)}`,
  )
  // The number stands above both, so that no stroke runs through it.
  const counts = drawn.map(
    ({ found, expected, middle }) =>
      found > 0 &&
      html`<text class="sv" x="${middle}" y="${short(floor - tall(Math.max(found, expected)) - 5)}" text-anchor="middle">${found}</text>`,
  )
  const last = columns.length - 1
  const labels = drawn.filter(
    ({ at, month }) => at === 0 || at === last || (month === began && at > apart && at < last - apart),
  )
  const ends = (at: number): { x: number; anchor: string } =>
    at === 0
      ? { x: 0, anchor: 'start' }
      : at === last
        ? { x: width, anchor: 'end' }
        : { x: drawn[at]?.middle ?? 0, anchor: 'middle' }
  return html`<svg class="${kind}${lone}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-${kind}"><title id="${id}-${kind}">${title}</title><path class="k2" d="${bars.join('')}"/><path class="line" d="M0 ${floor + 0.5}h${width}"/><path class="line" stroke-width="2" d="${wanted.join('')}"/>${counts}${labels.map(({ month, at }) => html`<text class="sv t2" x="${ends(at).x}" y="${height - 4}" text-anchor="${ends(at).anchor}">${month}</text>`)}</svg>`
}

/** `began`: the month from which the counts look like another rate; named under its column where there is room. */
export const sums = (
  columns: readonly SumColumn[],
  began: string | null,
  title: string,
  id: string,
): Markup => html`${svg(columns, began, 'wide', title, id)}${svg(columns, began, 'narrow', title, id)}`
