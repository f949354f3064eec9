/** Countries with their periods in, the first page out. */
import { labelIn } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import { href } from '../links.ts'
import { html, type Piece } from '../markup.ts'
import { periodIn } from '../telling/when.ts'
import type { WorldView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

const NEWEST = 8

/** `/{lang}/` */
export function worldPage(view: WorldView): string {
  const { words, site, countries } = view
  const language = words.language
  const total = countries.flatMap((one) => one.periods).reduce((sum, one) => sum + one.incidents, 0)
  const rows = countries.map(({ pack, periods }, index): Piece => {
    const named = labelIn(pack.name, language).text
    const count = periods.reduce((sum, one) => sum + one.incidents, 0)
    const newest = [...periods].sort((a, b) => (a.period < b.period ? 1 : -1)).slice(0, NEWEST)
    return row(
      `c${index}`,
      words.t('face.world.country'),
      words.t('face.incidents', { n: count }),
      html`<a href="${href(site, language, { kind: 'country', country: pack.id })}">${named}</a>`,
      html`<ul class="periods">${newest.map((one) => {
        const period = periodOf(one.period)
        const text = period ? periodIn(period.from, period.to, language) : one.period
        const to = href(site, language, { kind: 'period', country: pack.id, period: one.period })
        return html`<li><a href="${to}">${text}</a> <span class="src">${words.t('face.incidents', { n: one.incidents })}</span></li>`
      })}</ul>`,
    )
  })
  return layout({
    face: view,
    page: { kind: 'world' },
    title: words.t('face.world.title'),
    pack: countries[0]?.pack ?? null,
    crumbs: [],
    body: html`${opening(words.t('face.world.label'), '', words.t('face.world.headline', { n: total }), html`<p class="sub">${words.t('face.world.sub')}</p>`)}${rows}`,
  })
}

/** The same as data. */
export const worldJson = (view: WorldView): unknown => ({
  countries: view.countries.map(({ pack, periods }) => ({
    id: pack.id,
    name: pack.name,
    version: pack.version,
    periods,
  })),
})
