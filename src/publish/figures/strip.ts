/** Counts per quarter in, a strip of columns from the first year to the last out. */
import { html, type Markup } from '../markup.ts'
import type { PeriodCount } from '../views.ts'

type Column = { readonly quarter: string; readonly n: number }

/** Every quarter from the first year to the last; one without records keeps its place. */
export function columnsOf(periods: readonly PeriodCount[]): readonly Column[] {
  const quarters = periods.filter((one) => /^\d{4}-q[1-4]$/.test(one.period))
  const years = quarters.map((one) => Number(one.period.slice(0, 4)))
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const counts = new Map(quarters.map((one) => [one.period, one.incidents]))
  return Array.from({ length: (last - first + 1) * 4 }, (_, index) => {
    const quarter = `${first + Math.floor(index / 4)}-q${(index % 4) + 1}`
    return { quarter, n: counts.get(quarter) ?? 0 }
  })
}

const SIZES = {
  wide: { width: 920, height: 150, font: 13, labels: 1 },
  narrow: { width: 320, height: 120, font: 11, labels: 4 },
} as const

function svg(columns: readonly Column[], kind: keyof typeof SIZES, title: string): Markup {
  const { width, height, font, labels } = SIZES[kind]
  const most = Math.max(1, ...columns.map((one) => one.n))
  const step = width / columns.length
  const floor = height - font * 2
  const room = floor - font * 1.6
  const short = (n: number): number => Math.round(n * 10) / 10
  const drawn = columns.map((one, index) => ({
    ...one,
    x: short(index * step),
    h: short((one.n / most) * room),
  }))
  const bars = drawn
    .filter((one) => one.n > 0)
    .map(({ x, h }) => `M${x} ${floor}v-${h}h${short(step * 0.72)}v${h}z`)
  // A label that would run over the edge is left out; the table has every year.
  const years = drawn.filter((one, index) => index % (4 * labels) === 0 && one.x <= width - font * 3)
  const peak = drawn.find((one) => one.n === most)
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="st-${kind}"><title id="st-${kind}">${title}</title><path class="inkf" d="${bars.join('')}"/><path class="line" d="M0 ${floor + 0.5}h${width}"/>${
    peak &&
    html`<text class="sv" x="${Math.min(peak.x, width - 24)}" y="${short(floor - peak.h - 5)}">${peak.n}</text>`
  }${years.map(({ quarter, x }) => html`<path class="line" d="M${x} ${floor}v5"/><text class="sv t2" x="${x}" y="${height - 3}">${quarter.slice(0, 4)}</text>`)}</svg>`
}

/** One column a quarter, height is incidents; the largest carries its number, the rest stand in the table. */
export const strip = (periods: readonly PeriodCount[], title: string): Markup => {
  const columns = columnsOf(periods)
  return columns.length === 0 ? html`` : html`${svg(columns, 'wide', title)}${svg(columns, 'narrow', title)}`
}
