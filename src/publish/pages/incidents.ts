/** A period's incidents and a filter in, a page of the rows that match out, with the filter said in words. */
import { labelIn } from '../../core/language.ts'
import { compareDates } from '../../core/partial-date.ts'
import { matching } from '../filter.ts'
import { filterIn } from '../filter-words.ts'
import { href } from '../links.ts'
import { html } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { sewn } from '../quilt/patch.ts'
import { incidentList } from '../sections/list.ts'
import { takeRows } from '../sections/take-rows.ts'
import { pagesOfFilter } from '../sections/thing-pages.ts'
import { turning } from '../sections/turning.ts'
import { dateOf, periodIn } from '../telling/when.ts'
import type { IncidentsView } from '../views.ts'
import { layout } from './layout.ts'
import { opening } from './parts.ts'

/** Rows on one page. */
export const PER_PAGE = 50

/** Matching rows in order of date, whatever their kind. */
function rowsOf(view: IncidentsView) {
  const found = matching(view.incidents, view.filter, view.pack)
  const single = sewn(found)
  return single.length === found.length
    ? single
    : [...found].sort((a, b) => compareDates(dateOf(a), dateOf(b)))
}

/** `/{lang}/kz/2020-q1/incidents?act=detention&page=2` */
export function incidentsPage(view: IncidentsView): string {
  const { words, pack, period, filter, site } = view
  const language = words.language
  const rows = rowsOf(view)
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE))
  const page = Math.min(Math.max(1, view.page), pages)
  const shown = rows.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const when = periodIn(period.from, period.to, language)
  const name = labelIn(pack.name, language).text
  const told = filterIn(filter, pack, view)
  const to = (n: number): string =>
    href(site, language, { kind: 'incidents', country: pack.id, period: period.id, filter, page: n })
  const all = href(site, language, {
    kind: 'incidents',
    country: pack.id,
    period: period.id,
    filter: {},
    page: 1,
  })
  const sub = html`<p class="sub">${told === '' ? words.t('face.filter.none') : told}</p>${told !== '' && html`<p class="meta"><a href="${all}">${words.t('face.filter.clear')}</a></p>`}${pagesOfFilter(filter, pack, view)}`
  const heading =
    rows.length === 0 ? words.t('face.filter.empty') : words.t('face.incidents.headline', { n: rows.length })
  return layout({
    face: view,
    page: { kind: 'incidents', country: pack.id, period: period.id, filter, page },
    title: `${words.t('nav.incidents')}, ${name}, ${when}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: when, page: { kind: 'period', country: pack.id, period: period.id } },
      { text: words.t('nav.incidents'), page: null },
    ],
    body: html`${opening(words.t('nav.incidents'), `${name}, ${when}`, heading, sub)}${shapes(false)}<h2 class="vh">${words.t('nav.incidents')}</h2>${incidentList(shown, view)}${turning({ ...view, page, pages, total: rows.length }, to)}${site.isServed && rows.length > 0 && takeRows(view)}`,
  })
}

/** The same as data: every matching row, not only this page. */
export const incidentsJson = (view: IncidentsView): unknown => ({
  country: view.pack.id,
  period: view.period,
  filter: view.filter,
  incidents: rowsOf(view),
})
