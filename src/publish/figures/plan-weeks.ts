/** What is done from which day to which in, a bar each over the months out. */
import { dayNumber } from '../../core/partial-date.ts'
import type { PlanBar } from '../../core/plan/application.ts'
import { linesOf } from '../card/lines.ts'
import { html, type Markup } from '../markup.ts'

const [WIDTH, ROW, FONT, EDGE] = [720, 46, 14, 8]
/** Names of months that fit beside each other. */
const MOST_MONTHS = 9

/** First days of the months that begin between two days. */
function monthsBetween(first: string, last: string): readonly string[] {
  const [from, to] = [first, last].map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7)) - 1)
  if (from === undefined || to === undefined) return []
  const all = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const step = Math.ceil(all.length / MOST_MONTHS)
  return all
    .filter((_, at) => at % step === 0)
    .map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`)
}

export function planWeeks(bars: readonly PlanBar[]): {
  readonly drawn: Markup
  readonly width: number
  readonly height: number
} {
  const days = bars.flatMap((one) => [one.from, one.to]).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const all = Math.max(1, dayNumber(last) - dayNumber(first) + 1)
  const x = (day: string, more = 0): number =>
    Math.round((EDGE + ((dayNumber(day) + more - dayNumber(first)) / all) * (WIDTH - 2 * EDGE)) * 10) / 10
  const floor = bars.length * ROW + 8
  const months = monthsBetween(first, last).map((month) => {
    const at = month < first ? EDGE : x(month)
    return html`<rect class="q-tumar" x="${at}" y="${floor}" width="1" height="8"/><text class="t2" x="${at + 5}" y="${floor + 18}" font-size="12">${month.slice(5, 7)}.${month.slice(0, 4)}</text>`
  })
  const rows = bars.map(({ label, from, to }, at) => {
    const [line = ''] = linesOf(label, FONT, WIDTH - 3 * EDGE, 1)
    const y = at * ROW + 8
    // A label stands over its bar, and to the left of its end where it would run out of the drawing.
    const isLate = x(from) > WIDTH * 0.55
    return html`<text x="${isLate ? x(to, 1) : x(from)}" y="${y + 11}" font-size="${FONT}"${isLate && html` text-anchor="end"`}>${line}</text><rect class="k2" x="${x(from)}" y="${y + 17}" width="${Math.max(4, Math.round((x(to, 1) - x(from)) * 10) / 10)}" height="13"/>`
  })
  return {
    drawn: html`${rows}<path class="line" d="M0 ${floor}H${WIDTH}"/>${months}`,
    width: WIDTH,
    height: floor + 28,
  }
}
