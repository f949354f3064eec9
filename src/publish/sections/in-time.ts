/** Incidents of a thing over time in, a drawing with its table out, each number certain or a range. */
import { type AxisMark, overTimeFigure } from '../figures/over-time.ts'
import { html, type Markup } from '../markup.ts'
import { type Column, overTime } from '../over-time.ts'
import { row } from '../pages/parts.ts'
import { numberIn } from '../telling/pattern.ts'
import { periodIn } from '../telling/when.ts'
import type { Face, ThingView } from '../views.ts'

/** What stands on the axis besides: dates of changes, numbered as in their list. `what`: how that list is called. */
export type Marked = { readonly marks: readonly AxisMark[]; readonly what: string }

/** `12`, or `12 to 15` where sources or dates leave it open. */
export function rangeIn(certain: number, claimed: number, { words, tell }: Face): string {
  return certain === claimed
    ? numberIn(tell, certain)
    : words.t('number.range', { min: numberIn(tell, certain), max: numberIn(tell, claimed) })
}

/** The same with its unit. */
export const incidentsIn = (certain: number, claimed: number, face: Face): string =>
  certain === claimed
    ? face.words.t('face.incidents', { n: certain })
    : face.words.t('thing.incidents', {
        min: numberIn(face.tell, certain),
        max: numberIn(face.tell, claimed),
      })

/** The headline of a thing: its name, and in how many incidents it is: certain where every source puts the thing there. */
export function thingHeading(name: string, view: ThingView): string {
  const { certain, claimed } = view.counts.all
  const found = claimed === 0 ? view.words.t('doubt.none-recorded') : incidentsIn(certain, claimed, view)
  return `${name}: ${found}`
}

const nameOf = ({ from, to }: Column, face: Face): string => periodIn(from, to, face.words.language)

export function inTime(face: ThingView, marked?: Marked): Markup | false {
  const { words } = face
  const days = (marked?.marks ?? []).flatMap((one) => [one.from, one.to])
  const { columns, undated } = overTime(face.counts.dated, days)
  if (columns.length === 0) return false
  const told = columns
    .filter((one) => one.claimed > 0)
    .map((one) => `${nameOf(one, face)}: ${rangeIn(one.certain, one.claimed, face)}`)
  const most = columns.reduce((best, one) => (one.claimed > best.claimed ? one : best))
  const n = { when: nameOf(most, face), n: rangeIn(most.certain, most.claimed, face) }
  const isAlone = most.claimed > 1 && columns.filter((one) => one.claimed === most.claimed).length === 1
  const heading = isAlone ? words.t('thing.time.most', n) : words.t('thing.time.heading')
  const title = `${words.t('thing.time.desc', { what: told.join('; ') })}${
    marked && marked.marks.length > 0 ? ` ${marked.what}: ${marked.marks.length}.` : ''
  }`
  const note = html`${words.t('thing.time.note')}${marked && marked.marks.length > 0 && html`<br>${words.t('thing.time.marks', { what: marked.what })}`}`
  return row(
    't',
    words.t('thing.time'),
    note,
    heading,
    html`${overTimeFigure(columns, marked?.marks ?? [], 'ot', title)}${undated > 0 && html`<p class="meta">${words.t('thing.time.undated', { n: undated })}</p>`}${table(columns, face)}`,
  )
}

const table = (columns: readonly Column[], face: Face): Markup =>
  html`<details><summary>${face.words.t('thing.as-table')}</summary><table><thead><tr><th scope="col">${face.words.t('face.period')}</th><th scope="col" class="n">${face.words.t('unit-name.incidents')}</th></tr></thead><tbody>${columns
    .filter((one) => one.claimed > 0)
    .map(
      (
        one,
      ) => html`<tr><th scope="row">${nameOf(one, face)}</th><td class="n">${rangeIn(one.certain, one.claimed, face)}</td></tr>
`,
    )}</tbody></table></details>`
