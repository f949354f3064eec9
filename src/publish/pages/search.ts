/** What a reader looked for and the public records that answer in, a page of them out: words marked, and what narrows them with its numbers. */
import { labelIn } from '../../core/language.ts'
import type { Facet } from '../../core/measure.ts'
import { periodOf } from '../../core/measure.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { NARROWS, type Narrow } from '../../core/public-search.ts'
import { valueName } from '../filter-words.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { icon, shapes } from '../quilt/draw.ts'
import { patchOf } from '../quilt/patch.ts'
import { inMarks, passageThatAnswers, valuesThatAnswer } from '../search/marked.ts'
import { publicationList } from '../sections/publications.ts'
import { searchForm } from '../sections/search-form.ts'
import { pagesNamed } from '../sections/thing-pages.ts'
import { titleOf } from '../telling/title.ts'
import { periodIn, whensIn } from '../telling/when.ts'
import type { SearchView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** Answers on one page. */
export const FOUND_PER_PAGE = 20
/** So many values of one kind are offered, the most frequent first, and whatever is chosen. */
const OFFERED = 12

/** `/{lang}/search?q=…`, `/{lang}/kz/search?q=…` */
export function searchPage(view: SearchView): string {
  const { words, pack, asked, total, terms } = view
  const { t, language } = words
  const isAsked = terms.length > 0 || Object.keys(asked.narrowing).length > 0
  const heading = !isAsked ? t('find.title') : total === 0 ? t('find.none') : t('find.found', { n: total })
  const name = pack ? labelIn(pack.name, language).text : ''
  return layout({
    face: view,
    page: { kind: 'search', country: pack?.id ?? null, ...asked },
    // The same whatever is looked for: browsers keep titles.
    title: name === '' ? t('find.title') : `${t('find.title')}, ${name}`,
    pack,
    crumbs: pack
      ? [
          { text: t('nav.world'), page: { kind: 'world' } },
          { text: name, page: { kind: 'country', country: pack.id } },
          { text: t('find.title'), page: null },
        ]
      : [
          { text: t('nav.world'), page: { kind: 'world' } },
          { text: t('find.title'), page: null },
        ],
    body: html`${opening(
      t('find.title'),
      name,
      heading,
      html`${searchForm(view, pack?.id ?? null, asked.words, narrows(view))}${pagesNamed(asked.words, pack ? [pack] : [...view.packs.values()], view.incidents, view)}${isAsked && total === 0 && html`<p>${t('find.none-why')}</p>`}<p class="small">${t('find.privacy')}</p>`,
    )}${view.texts.length > 0 && row('texts', t('pub.title'), '', t('find.texts', { n: view.texts.length }), publicationList(view.texts, view))}${isAsked && total > 0 && answersOf(view)}`,
  })
}

function answersOf(view: SearchView): Markup {
  const { t } = view.words
  return html`${shapes(false)}<section class="row" aria-labelledby="found"><div class="lab"><b>${t('find.records')}</b>${t('find.order')}</div><div class="stack"><h2 id="found" class="vh">${t('find.records')}</h2><ol class="inc">${view.incidents.map((one) => answer(one, view))}</ol>${turns(view)}</div></section>`
}

function answer(incident: PublicIncident, view: SearchView): Markup {
  const { words, tell, codebook, site, terms } = view
  const patch = patchOf(incident, codebook)
  const { kind } = incident.fields
  const notes = [
    kind === 'event' ? '' : valueName('kind', kind, null, view),
    incident.disputed.length > 0 ? words.t('doubt.disputed') : '',
  ].filter((note) => note !== '')
  const values = valuesThatAnswer(incident, terms, view)
  return html`<li>${icon(patch.motif, patch.gravity)}<div><h3><a href="${href(site, words.language, { kind: 'incident', id: incident.id })}">${inMarks(titleOf(incident, codebook, tell), terms)}</a></h3>${values.length > 0 && html`<p>${between(values, ' · ')}</p>`}${terms.length > 0 && passageThatAnswers(incident, terms)}<p class="meta">${whensIn(incident, tell)}${notes.map((note) => html` · <span class="doubt">${note}</span>`)}</p></div></li>
`
}

function turns(view: SearchView): Piece {
  const { words, site, pack, asked, total } = view
  const pages = Math.max(1, Math.ceil(total / FOUND_PER_PAGE))
  if (pages === 1 && asked.page === 1) return null
  const to = (page: number, text: string, rel: string): Piece =>
    page >= 1 &&
    page <= pages &&
    html`<li><a rel="${rel} nofollow" href="${href(site, words.language, { kind: 'search', country: pack?.id ?? null, ...asked, page })}">${text}</a></li>`
  return html`<nav class="pages" aria-label="${words.t('face.nav.pages')}"><ul>${to(asked.page - 1, words.t('nav.previous'), 'prev')}<li>${words.t('face.pages.here', { page: asked.page, pages })}</li>${to(asked.page + 1, words.t('nav.next'), 'next')}</ul></nav>`
}

/** Boxes to tick, sent with the words: as many addresses as there are questions, and no more. */
function narrows(view: SearchView): Markup {
  const { t } = view.words
  const { narrowing } = view.asked
  const sets = NARROWS.map((one) => fieldset(one, view)).filter((one) => one !== null)
  const isOpen = Object.keys(narrowing).length > 0
  return html`${
    sets.length > 0 &&
    html`<details class="narrows"${isOpen && html` open`}><summary>${t('facet.heading')}</summary><div>${sets}</div></details>`
  }`
}

function fieldset(narrow: Narrow, view: SearchView): Markup | null {
  const { t } = view.words
  const chosen = (view.asked.narrowing[narrow] ?? '').split(',').filter((one) => one !== '')
  const counts = view.counts?.[narrow] ?? new Map<string, number>()
  const offered = [...counts]
    .filter(([value]) => narrow !== 'period' || isOffered(value, chosen))
    .sort(([a, n], [b, m]) => (narrow === 'period' ? (a < b ? 1 : -1) : m - n || (a < b ? -1 : 1)))
    .map(([value]) => value)
    .slice(0, narrow === 'period' ? 40 : OFFERED)
  const values = [...new Set([...offered, ...chosen])]
  if (values.length === 0) return null
  return html`<fieldset><legend>${t(`find.by.${narrow}`)}</legend>${values.map((value) => {
    const n = counts.get(value)
    return html`<label><input type="checkbox" name="${narrow}" value="${value}"${chosen.includes(value) && html` checked`}> ${nameOf(narrow, value, view)}${n !== undefined && html` <b>${n}</b>`}</label> `
  })}</fieldset>`
}

/** Quarters of a year that was chosen; years. */
const isOffered = (value: string, chosen: readonly string[]): boolean =>
  value.length === 4 || chosen.some((one) => one.slice(0, 4) === value.slice(0, 4))

function nameOf(narrow: Narrow, value: string, view: SearchView): string {
  if (narrow === 'outcome') return view.words.t(`gravity.${value}`)
  if (narrow === 'period') {
    const period = periodOf(value)
    return period ? periodIn(period.from, period.to, view.words.language) : value
  }
  const packs = view.pack ? [view.pack] : [...view.packs.values()]
  const facet: Facet = narrow
  const pack = packs.find((one) => one.provisions.has(value) || one.regions.has(value)) ?? null
  return valueName(facet, value, pack, view)
}

/** The same as data: the answers of this page, and the numbers beside what narrows them; null where the words hold nothing that could be looked for. */
export const searchJson = (view: SearchView): unknown => ({
  country: view.pack?.id ?? null,
  words: view.asked.words,
  narrowing: view.asked.narrowing,
  page: view.asked.page,
  perPage: FOUND_PER_PAGE,
  total: view.total,
  counts:
    view.counts === null
      ? null
      : Object.fromEntries(NARROWS.map((one) => [one, Object.fromEntries(view.counts?.[one] ?? [])])),
  incidents: view.incidents,
  publications: view.texts.map(({ id, language, manuscript, published }) => ({
    ...{ id, language, published, title: manuscript.title, kind: manuscript.kind },
  })),
})
