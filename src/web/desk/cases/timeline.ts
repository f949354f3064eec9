/** The dated entries of a case in, a drawn line of time out: custody as a band, each entry a numbered mark, and no end. */
import type { Entry } from '../../../core/cases/case.ts'
import { custodyOf } from '../../../core/cases/custody.ts'
import { dateOfEntry } from '../../../core/cases/standing.ts'
import { dayNumber } from '../../../core/partial-date.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { Desktop } from '../desktop.ts'
import { dateIn, dayOfEntry } from './entry-text.ts'

export type Numbered = { readonly n: number; readonly entry: Entry; readonly text: string }

const SIZES = { wide: { width: 640, gap: 22 }, narrow: { width: 320, gap: 18 } } as const
const EDGE = 14

export function timeline(
  desktop: Desktop,
  entries: readonly Numbered[],
  all: readonly Entry[],
  today: string,
  people: readonly string[],
): Markup {
  const { t, language } = desktop.face.words
  const dated = entries.flatMap((one) => {
    const { from, to } = dateOfEntry(dayOfEntry(one.entry.body))
    return from === null || to === null ? [] : [{ ...one, from, to }]
  })
  if (dated.length === 0) return html``
  const first = [today, ...dated.map((one) => one.from)].sort()[0] ?? today
  const last = [today, ...dated.map((one) => one.to)].sort().at(-1) ?? today
  const what = dated
    .map(({ n, text, entry }) => `${n}: ${text}, ${dateIn(desktop, dayOfEntry(entry.body))}`)
    .join('; ')
  const title = t('case.course.desc', { from: dayIn(first, language), to: dayIn(last, language), what })
  const drawn = (kind: keyof typeof SIZES): Markup => {
    const { width, gap } = SIZES[kind]
    const span = Math.max(1, dayNumber(last) - dayNumber(first))
    const x = (day: string): number =>
      Math.round((EDGE + ((dayNumber(day) - dayNumber(first)) / span) * (width - 3 * EDGE)) * 10) / 10
    const rows = rowsOf(
      dated.map(({ from, to }) => [x(from), x(to)] as const),
      gap,
    )
    const floor = Math.max(...rows) * 18 + 30
    const spans = people.flatMap((person) => custodyOf(all, today, person))
    const bands = spans.flatMap((one) => {
      const [from, to] = [
        dateOfEntry(one.from).from,
        one.to === null ? (one.goesOn ? today : null) : dateOfEntry(one.to).to,
      ]
      if (from === null) return []
      // Until when is not known: a short band that fades into the line, and no end.
      return [{ x: x(from), w: to === null ? 6 : Math.max(3, x(to) - x(from)) }]
    })
    return html`<svg class="${kind}" viewBox="0 0 ${width} ${floor + 26}" role="img" aria-labelledby="tl-${kind}"><title id="tl-${kind}">${title}</title>${bands.map(
      (one) => html`<rect class="bandf" x="${one.x}" y="${floor - 7}" width="${one.w}" height="14"/>`,
    )}<path class="line" d="M${EDGE} ${floor}H${width - 4}m-6 -4l6 4l-6 4"/><path class="line" d="M${x(today)} ${floor - 9}v18"/><text class="sv t2" x="${Math.min(x(today), width - 52)}" y="${floor + 22}">${t('case.today')}</text><text class="sv t2" x="${EDGE}" y="${floor + 22}">${first.slice(0, 4)}</text>${dated.map(
      ({ n, from, to }, index) => {
        const y = floor - 16 - (rows[index] ?? 0) * 18
        const isRough = from !== to || from > today
        return html`<path class="line" d="M${x(from)} ${floor}V${y + 5}${from !== to && `M${x(from)} ${floor - 3}H${x(to)}`}"/><circle class="${isRough ? 'line' : 'inkf'}" cx="${x(from)}" cy="${floor}" r="3.5"/><text class="sv" x="${x(from) - 4}" y="${y + 2}">${n}</text>`
      },
    )}</svg>`
  }
  return html`<figure class="course">${drawn('wide')}${drawn('narrow')}</figure>`
}

/** Marks that stand close are put one above the other, so that each number can be read. */
function rowsOf(marks: readonly (readonly [number, number])[], gap: number): readonly number[] {
  const ends: number[] = []
  return marks.map(([from]) => {
    const free = ends.findIndex((end) => end + gap <= from)
    const row = free === -1 ? ends.length : free
    ends[row] = from
    return row
  })
}
