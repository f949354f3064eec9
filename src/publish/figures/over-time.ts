/** Columns of years or quarters with marks on their axis in, a drawing of them out: filled is certain, hatched may lie there. */
import { dayNumber } from '../../core/partial-date.ts'
import { html, type Markup } from '../markup.ts'
import type { Column } from '../over-time.ts'

/** Something of one day, or of the days from one to another: a change of a law. `n`: its number in the list below. */
export type AxisMark = { readonly n: number; readonly from: string; readonly to: string }

const SIZES = {
  wide: { width: 720, room: 112, font: 13, labels: 12, numbers: 16, near: 22 },
  narrow: { width: 320, room: 96, font: 11, labels: 4, numbers: 8, near: 18 },
} as const

/** Of a first quarter the year is written. */
const QUARTERS: Readonly<Record<string, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' }

const tidy = (n: number): number => Math.round(n * 10) / 10

function drawn(
  columns: readonly Column[],
  marks: readonly AxisMark[],
  kind: keyof typeof SIZES,
  id: string,
  title: string,
): Markup {
  const { width, room, font, labels, numbers, near } = SIZES[kind]
  const most = Math.max(1, ...columns.map((one) => one.claimed))
  const step = width / columns.length
  const floor = room + font + 6
  const tall = (n: number): number => tidy((n / most) * room)
  const bar = Math.min(step * 0.72, 56)
  const [first, last] = [dayNumber(columns[0]?.from ?? ''), dayNumber(columns.at(-1)?.to ?? '')]
  const x = (day: string): number =>
    tidy(Math.min(1, Math.max(0, (dayNumber(day) - first) / Math.max(1, last - first))) * (width - 2) + 1)
  const left = (index: number): number => tidy(index * step + (step - bar) / 2)
  const bars = columns.flatMap(({ certain }, index) =>
    certain === 0 ? [] : [`M${left(index)} ${floor}v-${tall(certain)}h${tidy(bar)}v${tall(certain)}z`],
  )
  const maybe = columns.flatMap(({ certain, claimed }, index) =>
    claimed > certain
      ? [
          html`<path class="range-band" fill="url(#${id}-${kind}-h)" d="M${left(index)} ${tidy(floor - tall(claimed))}h${tidy(bar)}v${tidy(tall(claimed) - tall(certain))}h-${tidy(bar)}z"/>`,
        ]
      : [],
  )
  const peak = columns.findIndex((one) => one.claimed === most)
  const counts = columns.map(({ certain, claimed }, index) =>
    claimed > 0 && (columns.length <= numbers || index === peak)
      ? html`<text class="sv" x="${tidy(Math.min(width - 10, Math.max(10, left(index) + bar / 2)))}" y="${tidy(floor - tall(claimed) - 5)}" text-anchor="middle">${certain === claimed ? certain : `${certain}–${claimed}`}</text>`
      : false,
  )
  const isYear = (one: Column): boolean => !one.id.includes('-')
  const begins = columns.filter((one) => isYear(one) || one.id.endsWith('-q1'))
  const every = Math.max(1, Math.ceil(begins.length / labels))
  const ticks = columns.flatMap((one, index) => {
    const order = begins.indexOf(one)
    const isNamed = order >= 0 && order % every === 0
    if (!isNamed && (isYear(one) || columns.length > numbers)) return []
    const at = tidy(Math.min(width - 14, Math.max(14, index * step + step / 2)))
    return [
      html`<path class="line" d="M${at} ${floor}v5"/><text class="sv t2" x="${at}" y="${floor + font + 6}" text-anchor="middle">${isNamed ? one.id.slice(0, 4) : QUARTERS[one.id.slice(-1)]}</text>`,
    ]
  })
  const rail = floor + font + 22
  let free = 0
  const changes = marks.map(({ n, from, to }) => {
    const at = x(from)
    const isFree = at >= free
    if (isFree) free = at + near
    return html`${from !== to && html`<path class="line" d="M${at} ${rail}H${x(to)}"/>`}<path class="${from === to ? 'kx' : 'line'}" d="M${at} ${rail - 5}l5 5l-5 5l-5 -5z"/>${isFree && html`<text class="sv" x="${tidy(Math.min(width - 8, Math.max(8, at)))}" y="${rail + font + 6}" text-anchor="middle">${n}</text>`}`
  })
  const height = marks.length === 0 ? floor + font + 10 : rail + font + 10
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-${kind}"><title id="${id}-${kind}">${title}</title><defs><pattern id="${id}-${kind}-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V5"/></pattern></defs><path class="inkf" d="${bars.join('')}"/>${maybe}<path class="line" d="M0 ${floor + 0.5}h${width}"/>${counts}${ticks}${
    marks.length > 0 && html`<path class="range-hair" d="M0 ${rail}h${width}"/>`
  }${changes}</svg>`
}

/** `id`: letters that no other figure of the page has. */
export const overTimeFigure = (
  columns: readonly Column[],
  marks: readonly AxisMark[],
  id: string,
  title: string,
): Markup =>
  columns.length === 0
    ? html``
    : html`<figure class="over">${drawn(columns, marks, 'wide', id, title)}${drawn(columns, marks, 'narrow', id, title)}</figure>`
