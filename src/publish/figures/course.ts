/** What happened to one person over the years in, a drawing of it out: a line for records and for each case, custody as bands, no end. */
import type { Span } from '../../core/cases/course.ts'
import { dayNumber } from '../../core/partial-date.ts'
import { html, type Markup } from '../markup.ts'

/** `from` to `to`: the days that it may have been; `n`: its number in the list below. */
export type Mark = { readonly n: number; readonly from: string; readonly to: string }
export type Lane = { readonly label: string; readonly marks: readonly Mark[] }

const SIZES = { wide: { width: 640, row: 56 }, narrow: { width: 320, row: 56 } } as const
const EDGE = 14
const NEAR = 16

/** `until`: the day that the drawing runs to, and what it is called. */
export function courseFigure(
  lanes: readonly Lane[],
  spans: readonly Span[],
  until: { readonly day: string; readonly word: string },
  title: string,
): Markup {
  const days = [until.day, ...lanes.flatMap((lane) => lane.marks.flatMap((one) => [one.from, one.to]))].sort()
  const [first = until.day, last = until.day] = [days[0], days.at(-1)]
  const drawn = (kind: keyof typeof SIZES): Markup => {
    const { width, row } = SIZES[kind]
    const all = Math.max(1, dayNumber(last) - dayNumber(first))
    const x = (day: string): number =>
      Math.round((EDGE + ((dayNumber(day) - dayNumber(first)) / all) * (width - 3 * EDGE)) * 10) / 10
    const height = lanes.length * row + 34
    const years = yearsIn(first, last, kind === 'wide' ? 8 : 4)
    const floor = height - 30
    // The word ends a little after its line, and is left out where the name of a year stands.
    const end = Math.min(x(until.day) + 20, width)
    const hasRoom = years.every((year) => x(`${year}-01-01`) + 34 < end - until.word.length * 8)
    return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="co-${kind}"><title id="co-${kind}">${title}</title>${spans.length > 0 && hatch(kind)}${spans.map(
      (one) =>
        html`<rect class="custody-band" fill="url(#co-${kind}-h)" x="${x(one.from)}" y="4" width="${Math.max(3, x(one.to) - x(one.from))}" height="${floor - 4}"/>`,
    )}${lanes.map((lane, index) => laneOf(lane, index * row + 40, { x, width }))}${years.map(
      (year) =>
        html`<path class="line" d="M${x(`${year}-01-01`)} ${floor}v6"/><text class="sv t2" x="${x(`${year}-01-01`)}" y="${floor + 22}">${year}</text>`,
    )}<path class="line" d="M${x(until.day)} 4V${floor}"/>${hasRoom && html`<text class="sv t2" x="${end}" y="${floor + 22}" text-anchor="end">${until.word}</text>`}</svg>`
  }
  return html`<figure class="course">${drawn('wide')}${drawn('narrow')}</figure>`
}

/** Custody: thin lines, which paper, a dark page and forced colours all keep. The figure's text stands clear of them. */
const hatch = (kind: string): Markup =>
  html`<defs><pattern id="co-${kind}-h" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="custody" d="M0 0V7"/></pattern></defs>`

/** Beginnings of years that lie inside, no more than there is room for. */
function yearsIn(first: string, last: string, most: number): readonly number[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const step = Math.max(1, Math.ceil((to - from + 1) / most))
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return years.filter((year) => (year - from) % step === 0 && `${year}-01-01` >= first)
}

/** A hollow mark is a day known roughly; marks too near to be read apart share one number line, told in the list. */
function laneOf(
  { label, marks }: Lane,
  y: number,
  { x, width }: { readonly x: (day: string) => number; readonly width: number },
): Markup {
  let free = 0
  const drawn = marks.map(({ n, from, to }) => {
    const at = x(from)
    const isFree = at >= free
    if (isFree) free = at + NEAR + (n > 9 ? 6 : 0)
    return html`${from !== to && html`<path class="line" d="M${at} ${y - 4}H${x(to)}"/>`}<circle class="${from === to ? 'inkf' : 'line'}" cx="${at}" cy="${y}" r="3.5"/>${isFree && html`<text class="sv" x="${at - 4}" y="${y - 8}">${n}</text>`}`
  })
  return html`<path class="line" d="M${EDGE} ${y}H${width - 4}m-5 -3l5 3l-5 3"/><text class="sv t2" x="${EDGE}" y="${y - 26}">${label}</text>${drawn}`
}
