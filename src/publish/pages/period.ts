/** A period's incidents and measures in, its page out: finding, quilt, counts, places, laws, newest. */
import { labelIn } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import { periodCard } from '../card/cards.ts'
import { matching } from '../filter.ts'
import { valueName } from '../filter-words.ts'
import { findingsOf } from '../finding.ts'
import { usesOf } from '../laws.ts'
import { feedHref, href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { sewn } from '../quilt/patch.ts'
import { allowing } from '../sections/allowing.ts'
import { cloth } from '../sections/cloth.ts'
import { countList, countMethods } from '../sections/counts.ts'
import { embedHint } from '../sections/embed-hint.ts'
import { headline } from '../sections/headline.ts'
import { lawTable } from '../sections/law-table.ts'
import { incidentList } from '../sections/list.ts'
import { sheets } from '../sections/papers.ts'
import { places } from '../sections/places.ts'
import { rowsHref } from '../sections/rows-href.ts'
import { takeAway } from '../sections/take-away.ts'
import { capital } from '../telling/pattern.ts'
import { periodIn } from '../telling/when.ts'
import type { PeriodView } from '../views.ts'
import { layout } from './layout.ts'
import { row } from './parts.ts'

const NEWEST = 8
const LAWS = 5

/** Ways onward: the same quarter as an update, as rows, as data, before and after. */
function onward(view: PeriodView): Markup {
  const { words, site, pack, period } = view
  const language = words.language
  const to = (page: Page, text: string): Piece =>
    html`<li><a href="${href(site, language, page)}">${text}</a></li>`
  const neighbour = (id: string | null): Piece => {
    const found = id === null ? null : periodOf(id)
    return (
      found &&
      to({ kind: 'period', country: pack.id, period: found.id }, periodIn(found.from, found.to, language))
    )
  }
  return html`<ul class="dl">${to({ kind: 'update', country: pack.id, period: period.id }, words.t('face.update'))}<li><a href="${rowsHref(view, {})}">${words.t('face.quilt.all')}</a></li>${neighbour(view.before)}${neighbour(view.after)}</ul>`
}

/** `/{lang}/kz/2020-q1` */
export function periodPage(view: PeriodView): string {
  const { words, incidents, pack, period, measures } = view
  const language = words.language
  const name = labelIn(pack.name, language).text
  const when = periodIn(period.from, period.to, language)
  const uses = usesOf(matching(incidents, {}, pack)).slice(0, LAWS)
  const aggregates = matching(incidents, { kind: 'aggregate' }, pack)
  const newest = [...sewn(incidents)].reverse().slice(0, NEWEST)
  const body = html`${headline(view)}${cloth(view)}${
    measures.length > 0 &&
    row(
      'c',
      words.t('face.counts'),
      html`${words.t('face.counts.note')}${countMethods(measures, view)}`,
      words.t('face.counts.heading'),
      html`${countList(measures, period, pack, view)}${view.year && allowing(view.year, pack, view)}`,
    )
  }${
    aggregates.length > 0 &&
    row(
      'a',
      capital(valueName('kind', 'aggregate', pack, view), view.tell),
      words.t('face.aggregates.note'),
      words.t('face.aggregates'),
      html`<p><a href="${rowsHref(view, { kind: 'aggregate' })}">${words.t('face.rows-apart', { n: aggregates.length })}</a></p>`,
    )
  }${
    incidents.length > 0 &&
    row(
      'p',
      words.t('face.map'),
      words.t('face.map.note'),
      words.t('face.map.heading'),
      places(incidents, period.id, pack, view),
    )
  }${
    uses.length > 0 &&
    row(
      'l',
      words.t('face.laws'),
      words.t('face.laws.note'),
      words.t('face.laws.most'),
      lawTable(uses, pack, view, (law) => rowsHref(view, { law })),
    )
  }${
    newest.length > 0 &&
    row(
      'n',
      words.t('face.newest'),
      '',
      words.t('face.newest'),
      html`${incidentList(newest, view)}${onward(view)}`,
    )
  }${row('t', words.t('open.data.label'), '', words.t('open.data.heading'), html`${takeAway({ kind: 'period', country: pack.id, period: period.id, filter: {} }, view)}${view.site.isServed && html`${sheets(view)}${embedHint(view)}`}`)}`
  return layout({
    face: view,
    page: { kind: 'period', country: pack.id, period: period.id },
    title: `${name}, ${when}`,
    pack,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: when, page: null },
    ],
    feed: view.site.hasFeeds ? feedHref(view.site, language, pack.id, period.id) : undefined,
    card: periodCard(view),
    body,
  })
}

/** The same as data: each finding with its rows, each measure with its rows. */
export const periodJson = (view: PeriodView): unknown => ({
  country: view.pack.id,
  period: view.period,
  codebook: view.codebook.version,
  findings: findingsOf(view.incidents, view.pack),
  measures: view.measures,
  year: view.year ?? null,
  incidents: view.incidents.map((one) => one.id),
})
