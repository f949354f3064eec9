/** What can be followed in, the page that offers it out: feeds by country, topic, law and case. */
import { labelIn } from '../../core/language.ts'
import { valueName } from '../filter-words.ts'
import { provisionIn } from '../laws.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { type FeedSubject, subjectPath } from '../open/subject.ts'
import { shownName } from '../telling/who.ts'
import type { FeedsView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** A subject and both forms of its feed. */
function line(of: FeedSubject, text: string, { site, words }: FeedsView): Markup {
  const to = (form: 'atom' | 'json', name: string): Piece =>
    html`<a href="${site.address(words.language, { kind: 'feed', of }, form)}">${name}</a>`
  return html`<li>${text}${site.hasFeeds && html`: <span class="together">${to('atom', 'Atom')}, ${to('json', 'JSON')}</span>`}</li>
`
}

/** `/{lang}/feeds` */
export function feedsPage(view: FeedsView): string {
  const { words, countries, cases, site } = view
  const sections = countries.map(({ pack, topics, laws, hasDemands }) => {
    const country = pack.id
    const name = labelIn(pack.name, words.language).text
    return row(
      country,
      name,
      '',
      name,
      html`<ul class="tables">${line({ kind: 'country', country }, words.t('feeds.all-of', { name }), view)}${hasDemands && line({ kind: 'recommendations', country }, words.t('rec.title'), view)}${topics.map((topic) => line({ kind: 'topic', country, topic }, valueName('freedom', topic, pack, view), view))}</ul>${
        laws.length > 0 &&
        html`<h3>${words.t('feeds.laws')}</h3><ul class="tables">${laws.map((law) => line({ kind: 'law', country, provision: law.id }, provisionIn(law, pack, view), view))}</ul>`
      }${
        pack.bills.size > 0 &&
        html`<h3>${words.t('bills.title')}</h3><ul class="tables">${[...pack.bills.values()].map((bill) => line({ kind: 'bill', country, id: bill.id }, labelIn(bill.title, words.language).text, view))}</ul>`
      }`,
    )
  })
  return layout({
    face: view,
    page: { kind: 'feeds' },
    title: words.t('feeds.title'),
    pack: null,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: words.t('feeds.title'), page: null },
    ],
    body: html`${opening(
      words.t('feeds.label'),
      site.isServed &&
        html`<a href="${href(site, words.language, { kind: 'letters' })}">${words.t('letters.title')}</a>`,
      words.t('feeds.headline'),
      html`<p class="sub">${words.t(site.hasFeeds ? 'feeds.sub' : 'feeds.none')}</p>`,
    )}${sections}${
      cases.length > 0 &&
      row(
        'cases',
        words.t('feeds.cases'),
        words.t('feeds.cases-note'),
        words.t('feeds.cases'),
        html`<ul class="tables">${cases.map((one) => line({ kind: 'case', id: one.id }, shownName(one.person, words.language) ?? one.id, view))}</ul>`,
      )
    }`,
  })
}

/** The same as data: the paths of the feeds, without their endings. */
export const feedsJson = ({ countries, cases, words }: FeedsView): unknown => {
  const path = (of: FeedSubject): string => `/${words.language}/feeds/${subjectPath(of)}`
  return {
    forms: ['.atom', '.json'],
    feeds: [
      ...countries.flatMap(({ pack, topics, laws }) => [
        path({ kind: 'country', country: pack.id }),
        ...topics.map((topic) => path({ kind: 'topic', country: pack.id, topic })),
        ...laws.map((law) => path({ kind: 'law', country: pack.id, provision: law.id })),
        ...[...pack.bills.keys()].map((id) => path({ kind: 'bill', country: pack.id, id })),
      ]),
      ...cases.map((one) => path({ kind: 'case', id: one.id })),
    ],
  }
}
