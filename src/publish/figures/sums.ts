/** Months of counts with what was expected of each in, columns with the expected as a stroke across them out. */
import { html, type Markup } from '../markup.ts'

export type SumColumn = { readonly month: string; readonly found: number; readonly expected: number }

const SIZE = { width: 560, height: 120, font: 13 } as const

/** `began`: the month from which the counts look like another rate; its label is drawn under it. */
export function sums(columns: readonly SumColumn[], began: string | null, title: string, id: string): Markup {
  const { width, height, font } = SIZE
  const most = Math.max(1, ...columns.flatMap((one) => [one.found, one.expected]))
  const step = width / Math.max(1, columns.length)
  const floor = height - font * 2
  const short = (n: number): number => Math.round(n * 10) / 10
  const tall = (n: number): number => short((n / most) * (floor - font * 1.6))
  const bars = columns.flatMap(({ found }, at) =>
    found === 0
      ? []
      : [`M${short(at * step + step * 0.16)} ${floor}v-${tall(found)}h${short(step * 0.68)}v${tall(found)}z`],
  )
  const wanted = columns.map(
    ({ expected }, at) => `M${short(at * step)} ${short(floor - tall(expected))}h${short(step)}`,
  )
  const marked = columns.map((one, at) => ({ ...one, x: short(at * step + step / 2) }))
  const labels = marked.filter((one, at) => at === 0 || at === columns.length - 1 || one.month === began)
  const anchor = (at: number): string => (at < step ? 'start' : at > width - step ? 'end' : 'middle')
  const place = (x: number): number => (x < step ? 0 : x > width - step ? width : x)
  return html`<svg class="lone" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}"><title id="${id}">${title}</title><path class="k2" d="${bars.join('')}"/><path class="line" d="M0 ${floor + 0.5}h${width}"/><path class="line" stroke-width="2" d="${wanted.join('')}"/>${marked.map(({ found, x }) => found > 0 && html`<text class="sv" x="${x}" y="${short(floor - tall(found) - 5)}" text-anchor="middle">${found}</text>`)}${labels.map(({ month, x }) => html`<text class="sv t2" x="${place(x)}" y="${height - 4}" text-anchor="${anchor(x)}">${month}</text>`)}</svg>`
}
