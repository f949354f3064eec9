/** A law that a recommendation asks to change in, the incidents under it over time out, beside the day of the demand: beside, not because. */
import type { Provision } from '../../core/pack.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import { type AxisMark, overTimeFigure } from '../figures/over-time.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { type Column, type OverTime, overTime } from '../over-time.ts'
import { lawLink, lawName } from '../recommendation/names.ts'
import { periodIn } from '../telling/when.ts'
import type { RecommendationView, ThingCounts } from '../views.ts'
import { rangeIn } from './in-time.ts'

export type LawTrend = { readonly provision: Provision; readonly counts: ThingCounts }

/** Days of the demand and of the term, numbered as they stand in the list below. */
export function demandMarks({ recommendation: { on, due } }: RecommendationView): readonly AxisMark[] {
  return [on, due].flatMap((one, index) => {
    const date = one === null ? null : parsePartialDate(one)
    return date?.from && date.to ? [{ n: index + 1, from: date.from, to: date.to }] : []
  })
}

/** The years of the trend reach the demand, so that a quiet time before or after it is seen. */
export const trendOf = (view: RecommendationView, { counts }: LawTrend): OverTime =>
  overTime(
    counts.dated,
    demandMarks(view).flatMap((one) => [one.from, one.to]),
  )

export function lawTrend(view: RecommendationView, trend: LawTrend, at: number): Markup {
  const { words, pack } = view
  const { columns, undated } = trendOf(view, trend)
  const name = lawName(trend.provision.id, pack, view)
  const told = columns
    .filter((one) => one.claimed > 0)
    .map((one) => `${when(one, view)}: ${rangeIn(one.certain, one.claimed, view)}`)
  const title = words.t('rec.trend.desc', {
    law: name,
    what: told.join('; ') || words.t('doubt.none-recorded'),
  })
  return html`<h3>${lawLink(trend.provision.id, pack, view)}</h3>${
    columns.length === 0
      ? html`<p>${words.t('rec.trend.none')}</p>`
      : html`${overTimeFigure(columns, demandMarks(view), `lt${at}`, title)}${undated > 0 && html`<p class="meta">${words.t('thing.time.undated', { n: undated })}</p>`}${table(columns, view)}`
  }`
}

const when = ({ from, to }: Column, view: RecommendationView): string =>
  periodIn(from, to, view.words.language)

const table = (columns: readonly Column[], view: RecommendationView): Piece =>
  html`<details><summary>${view.words.t('thing.as-table')}</summary><table><thead><tr><th scope="col">${view.words.t('face.period')}</th><th scope="col" class="n">${view.words.t('unit-name.incidents')}</th></tr></thead><tbody>${columns.map(
    (
      one,
    ) => html`<tr><th scope="row">${when(one, view)}</th><td class="n">${one.claimed === 0 ? view.words.t('doubt.none-recorded') : rangeIn(one.certain, one.claimed, view)}</td></tr>
`,
  )}</tbody></table></details>`
