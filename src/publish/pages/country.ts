/** What is recorded of a country in, its front page out: the finding, the rating, the quilt, what is new, where, when, under which laws. */
import { labelIn } from '../../core/language.ts'
import { toldPiece } from '../campaign/words.ts'
import { countryCard } from '../card/cards.ts'
import { strip } from '../figures/strip.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { allowingNote } from '../sections/allowing.ts'
import { billList } from '../sections/bill-list.ts'
import { clothOf } from '../sections/cloth.ts'
import { foundAtFront, ratingLine, waysOn } from '../sections/front.ts'
import { lawTable } from '../sections/law-table.ts'
import { lawYears } from '../sections/law-years.ts'
import { incidentList } from '../sections/list.ts'
import { places } from '../sections/places.ts'
import { publicationList } from '../sections/publications.ts'
import { recommendationList } from '../sections/recommendation-list.ts'
import { yearsAndQuarters } from '../sections/years.ts'
import { capital } from '../telling/pattern.ts'
import { periodIn } from '../telling/when.ts'
import type { CountryView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

const LAWS = 8
const BILLS = 5
const TEXTS = 3
const CALLS = 4
const DEMANDS = 4

/** `127 incidents … from 2009 to 2025`. */
function spanIn({ periods, pack, words, tell }: CountryView): string {
  const seen = periods.map((one) => one.period.slice(0, 4)).sort()
  if (seen.length === 0) return words.t('face.nothing')
  const n = periods.reduce((sum, one) => sum + one.incidents, 0)
  const country = labelIn(pack.nameIn, words.language).text
  const span = { from: seen[0] ?? '', to: seen.at(-1) ?? '', n, country }
  return capital(words.t('face.country.headline', span), tell)
}

function first(view: CountryView, name: string): Markup {
  const { words } = view
  const found = foundAtFront(view, view)
  const rest = html`${ratingLine(view, view)}${waysOn(view, view)}`
  if (!found) return opening(name, words.t('face.country.label'), spanIn(view), rest)
  return opening(
    name,
    html`${found.when}<br>${words.t('face.recorded-only')}`,
    found.heading,
    html`<p class="sub">${found.proof}</p><p class="meta">${found.rows}</p>${rest}`,
  )
}

function newest(view: CountryView): Piece {
  const { words, newest: incidents, pack, site } = view
  if (incidents.length === 0) return null
  const country = labelIn(pack.name, words.language).text
  const all = {
    href: href(site, words.language, { kind: 'new', country: pack.id, since: null, page: 1 }),
    text: words.t('new.title'),
  }
  const title = words.t('front.quilt', { n: incidents.length, country })
  return clothOf({ incidents, title, overYears: true, all }, view)
}

/** Laws in the making, where the country pack follows any. */
function cards({ pack, words, site }: CountryView): Markup | false {
  const n = pack.cards.size
  if (n === 0) return false
  const list = href(site, words.language, { kind: 'law-cards', country: pack.id })
  return row(
    'lc',
    words.t('lawcard.title'),
    '',
    words.t('lawcard.list.heading', { n }),
    html`<p><a href="${list}">${words.t('lawcard.title')}</a>: ${words.t('lawcard.list.note')}</p>${pack.kits.size > 0 && html`<p><a href="${href(site, words.language, { kind: 'kits', country: pack.id })}">${words.t('kit.title')}</a>: ${words.t('kit.list.note')}</p>`}`,
  )
}

function bills(view: CountryView): Markup | false {
  const { pack, words } = view
  const n = pack.bills.size
  if (n === 0) return false
  const list = href(view.site, words.language, { kind: 'bills', country: pack.id })
  return row(
    'b',
    words.t('bills.title'),
    html`<a href="${list}">${words.t('bills.list')}</a>`,
    words.t('bills.heading', { n }),
    billList([...pack.bills.values()].slice(0, BILLS), pack, view),
  )
}

/** What people are called to do, those that take something first. */
function calls(view: CountryView): Markup | false {
  const { campaigns = [], words, site, pack, codebook } = view
  if (campaigns.length === 0) return false
  const all = href(site, words.language, { kind: 'campaigns', country: pack.id })
  const shown = campaigns.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  return row(
    'act',
    words.t('act.title'),
    html`<a href="${all}">${words.t('act.all')}</a>`,
    words.t('act.heading', { n: campaigns.length }),
    html`<ul class="inc bare">${shown.slice(0, CALLS).map((one) => {
      const state = codebook.campaigns.states.get(one.state)?.label
      const to = href(site, words.language, { kind: 'campaign', id: one.id })
      return html`<li><a href="${to}">${toldPiece(one.title, words)}</a><p class="meta">${state && labelled(state, words)}</p></li>
`
    })}</ul>`,
  )
}

/** What was asked of the state, where anything of it may be read. */
function demands(view: CountryView): Markup | false {
  const { words, pack, site, demands = [] } = view
  if (demands.length === 0) return false
  const all = href(site, words.language, {
    ...{ kind: 'recommendations', country: pack.id, asked: {}, page: 1 },
  })
  return row(
    'rec',
    words.t('rec.title'),
    html`<a href="${all}">${words.t('rec.all')}</a>`,
    words.t('rec.heading', { n: demands.length }),
    html`${recommendationList(demands.slice(0, DEMANDS), pack, view)}<p><a href="${href(site, words.language, { kind: 'profiles', country: pack.id })}">${words.t('profile.title')}</a> · <a href="${href(site, words.language, { kind: 'tactics' })}">${words.t('tactic.title')}</a></p>`,
  )
}

/** Texts written from its records, the newest first. */
function texts(view: CountryView): Markup | false {
  const { publications = [], words, site, pack } = view
  if (publications.length === 0) return false
  const all = href(site, words.language, { kind: 'publications', country: pack.id })
  return row(
    'pub',
    words.t('pub.title'),
    html`<a href="${all}">${words.t('pub.list')}</a>`,
    words.t('pub.heading', { n: publications.length }),
    publicationList(publications.slice(0, TEXTS), view),
  )
}

/** `/{lang}/kz` */
export function countryPage(view: CountryView): string {
  const { words, pack, periods, front, site, years = [] } = view
  const name = labelIn(pack.name, words.language).text
  const log = href(site, words.language, { kind: 'new', country: pack.id, since: null, page: 1 })
  const when = front && periodIn(front.period.from, front.period.to, words.language)
  const body = html`${first(view, name)}${newest(view)}${calls(view)}${texts(view)}${
    view.news.length > 0 &&
    row(
      'n',
      words.t('new.title'),
      words.t('front.news.note'),
      words.t('front.news'),
      html`${incidentList(view.news, view)}<p><a href="${log}">${words.t('front.news.all')}</a></p>`,
    )
  }${
    front &&
    when &&
    row(
      'p',
      words.t('face.map'),
      html`${when}<br>${words.t('face.map.note')}`,
      words.t('face.map.heading'),
      places(front.incidents, front.period.id, pack, view),
    )
  }${
    periods.length > 0 &&
    row(
      't',
      words.t('face.period'),
      html`${words.t('face.country.strip-note')}${years.length > 0 && html`<br>${allowingNote(view)}`}`,
      spanIn(view),
      html`<figure>${strip(periods, words.t('face.country.strip'))}</figure>${yearsAndQuarters(periods, years, pack, view)}`,
    )
  }${
    view.laws.length > 0 &&
    row(
      'l',
      words.t('face.laws'),
      words.t('face.laws.note'),
      words.t('face.laws.most'),
      html`${lawTable(view.laws.slice(0, LAWS), pack, view, () => null)}<p><a href="${href(view.site, words.language, { kind: 'eyes', country: pack.id })}">${words.t('eyes.title')}</a></p>`,
    )
  }${lawYears(view)}${cards(view)}${demands(view)}${bills(view)}`
  return layout({
    face: view,
    page: { kind: 'country', country: pack.id },
    title: name,
    pack,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: name, page: null },
    ],
    card: countryCard(view),
    body,
  })
}

/** The same as data. */
export const countryJson = (view: CountryView): unknown => ({
  country: view.pack.id,
  name: view.pack.name,
  periods: view.periods,
  years: view.years ?? [],
  front: view.front?.period.id ?? null,
  newest: view.newest,
  news: view.news.map(({ id, published, corrections }) => ({ id, published, corrections })),
  laws: view.laws,
  rating: view.ratings?.now ?? null,
  watch: view.watch,
})
