/** Quarters with their counts and the totals of years in, one table by year out: each quarter leads to its page. */
import { type Measure, periodOf } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { shortMonths } from '../telling/when.ts'
import type { Face, PeriodCount } from '../views.ts'
import { valueIn } from './counts.ts'

export function yearsAndQuarters(
  quarters: readonly PeriodCount[],
  totals: readonly Measure[],
  pack: Pack,
  face: Face,
): Markup {
  const { words, site } = face
  const { language } = words
  const to = (period: string): string => href(site, language, { kind: 'period', country: pack.id, period })
  const quarter = ({ period: id, incidents }: PeriodCount): Piece => {
    const period = periodOf(id)
    return (
      period &&
      html`<span class="quarter"><a href="${to(id)}">${shortMonths(period.from, period.to, language)}</a> ${incidents}</span>`
    )
  }
  const years = [...new Set(quarters.map((one) => one.period.slice(0, 4)))].reverse()
  return html`<table class="years"><thead><tr><th scope="col">${words.t('years.year')}</th><th scope="col">${words.t('years.quarters')}</th>${totals.length > 0 && html`<th scope="col" class="n">${words.t('years.allowing')}</th>`}</tr></thead><tbody>${years.map(
    (year) => {
      const total = totals.find((one) => one.period === year)
      const own = quarters.filter((one) => one.period.startsWith(year))
      return html`<tr><th scope="row"><a href="${to(year)}">${year}</a></th><td>${between(own.map(quarter), ' ')}</td>${totals.length > 0 && html`<td class="n">${total && valueIn(total, face)}</td>`}</tr>
`
    },
  )}</tbody></table>`
}
