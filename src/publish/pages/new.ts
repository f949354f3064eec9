/** Records in the order in which readers first saw them in, the page of what is new or corrected since a day out. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { href, jsonHref } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { incidentList } from '../sections/list.ts'
import { publicationList } from '../sections/publications.ts'
import { turning } from '../sections/turning.ts'
import { dayIn } from '../telling/when.ts'
import type { NewView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** Records on one page. */
export const NEWS_PER_PAGE = 50

/** The later of the two days: a correction brings a record to the top again. */
const dayOf = (one: PublicIncident): string =>
  [one.published ?? '', ...one.corrections.map((each) => each.at.slice(0, 10))].sort().at(-1) ?? ''

const isCorrected = (one: PublicIncident): boolean => dayOf(one) !== one.published

/** The form asks a server; a copy holds the whole list instead. */
function since(view: NewView): Piece {
  const { words, site, pack } = view
  if (!site.isServed) return null
  const action = href(site, words.language, { kind: 'new', country: pack.id, since: null, page: 1 })
  return html`<form method="get" action="${action}" class="ask"><p><label>${words.t('new.since')} <input type="date" name="since" value="${view.since ?? ''}" placeholder="2026-01-31"></label> <button type="submit">${words.t('new.show')}</button></p></form>`
}

function texts(view: NewView): Piece {
  const { publications = [], words } = view
  if (publications.length === 0) return false
  return row(
    'pub',
    words.t('pub.title'),
    '',
    words.t('pub.heading', { n: publications.length }),
    publicationList(publications, view),
  )
}

function days(view: NewView): readonly Markup[] {
  const byDay = new Map<string, PublicIncident[]>()
  for (const one of view.incidents) byDay.set(dayOf(one), [...(byDay.get(dayOf(one)) ?? []), one])
  return [...byDay].map(([day, incidents]) => {
    const { words } = view
    const corrected = incidents.filter(isCorrected).length
    const counts = [
      incidents.length > corrected && words.t('new.published', { n: incidents.length - corrected }),
      corrected > 0 && words.t('new.corrected', { n: corrected }),
    ].filter((one) => one !== false)
    const note = (one: PublicIncident): string => (isCorrected(one) ? words.t('new.is-corrected') : '')
    return row(
      `d${day}`,
      counts.join(', '),
      '',
      dayIn(day, words.language),
      incidentList(incidents, view, note),
    )
  })
}

/** `/{lang}/kz/new?since=2026-11-01` */
export function newPage(view: NewView): string {
  const { words, site, pack, total } = view
  const name = labelIn(pack.name, words.language).text
  const heading =
    view.since === null
      ? words.t('new.all', { n: total })
      : words.t(total === 0 ? 'new.none' : 'new.headline', {
          n: total,
          day: dayIn(view.since, words.language),
        })
  const log = href(site, words.language, { kind: 'corrections', country: pack.id, page: 1 })
  return layout({
    face: view,
    page: { kind: 'new', country: pack.id, since: view.since, page: view.page },
    title: `${words.t('new.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('new.title'), page: null },
    ],
    body: html`${shapes(false)}${opening(words.t('new.title'), html`${name}<br>${words.t('new.note')}`, heading, html`${since(view)}<p class="meta">${words.t('new.silent')} <a href="${log}">${words.t('log.title')}</a></p>`)}${texts(view)}${days(view)}${turning(view, (page) => href(site, words.language, { kind: 'new', country: pack.id, since: view.since, page }))}`,
  })
}

/** The same as data: the records of this page, with their days. */
export const newJson = ({ publications = [], ...view }: NewView): unknown => ({
  ...recordsSince(view),
  publications: publications.map(({ id, language, published, corrections, manuscript }) => ({
    ...{ id, language, published, corrections, title: manuscript.title },
    href: jsonHref(view.site, language, { kind: 'publication', id }),
  })),
})

const recordsSince = ({ pack, since, incidents, page, pages, total, site, words }: NewView): object => ({
  country: pack.id,
  ...{ since, page, pages, total },
  records: incidents.map((one) => ({
    ...{ id: one.id, published: one.published },
    corrected: (one.published !== null && one.corrections.at(-1)?.at.slice(0, 10)) || null,
    href: jsonHref(site, words.language, { kind: 'incident', id: one.id }),
  })),
})
