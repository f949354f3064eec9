/** What stands at the front of a country in: its finding with the rows that prove it, its rating in a line, and the ways on, out. */
import { labelIn } from '../../core/language.ts'
import { rangeLine } from '../figures/bands.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { href, type Page } from '../links.ts'
import { html, type Piece } from '../markup.ts'
import { ruleLink } from '../pages/parts.ts'
import { rangeWords, ratingWord } from '../telling/rating.ts'
import { dayIn, periodIn } from '../telling/when.ts'
import type { CountryFront, Face, Filter } from '../views.ts'

export type Found = {
  readonly heading: string
  readonly proof: string
  /** Of which months it is said. */
  readonly when: string
  readonly rows: Piece
}

/** The finding of the period at the front; null where nothing is recorded. */
export function foundAtFront({ front, pack }: CountryFront, face: Face): Found | null {
  const { words, site } = face
  const finding = front && findingsOf(front.incidents, pack)[0]
  if (!front || !finding) return null
  const { id, from, to } = front.period
  const rows = (filter: Filter): string =>
    href(site, words.language, { kind: 'incidents', country: pack.id, period: id, filter, page: 1 })
  return {
    heading: findingIn(finding, pack, face, 'headline'),
    proof: findingIn(finding, pack, face, 'proof'),
    when: periodIn(from, to, words.language),
    rows: html`${finding.shares.map((one) => html`<a href="${rows(one.filter)}">${words.t('face.rows', { n: one.n.length })}</a> · `)}${ruleLink(finding.rule, face)}`,
  }
}

/** One line: the band as decided, its day, its range on the scale; the page of the rating tells the rest. */
export function ratingLine({ ratings, pack }: CountryFront, face: Face): Piece {
  if (!ratings) return null
  const { now } = ratings
  const { words, site } = face
  const text = words.t('rated.line', {
    band: ratingWord('bands', now.band, face),
    asOf: dayIn(now.asOf, words.language),
    ...rangeWords(now.computed.quantiles),
  })
  const to = href(site, words.language, { kind: 'rating', country: pack.id })
  return html`<p class="rated">${rangeLine(now.computed.bands, now.computed.quantiles, text)}<a href="${to}">${words.t('rate.nav')}</a> <span class="meta">${text}</span></p>`
}

/** Where most readers want to go: the newest quarter, the update to read or to print, what is new, what was corrected. */
export function waysOn({ front, ratings, pack }: CountryFront, face: Face): Piece {
  const { words, site } = face
  const to = (page: Page, text: string): Piece =>
    html`<li><a href="${href(site, words.language, page)}">${text}</a></li>`
  const country = pack.id
  const when = front && periodIn(front.period.from, front.period.to, words.language)
  return html`<ul class="dl">${front && when && to({ kind: 'period', country, period: front.period.id }, when)}${front && to({ kind: 'update', country, period: front.period.id }, words.t('face.update'))}${to({ kind: 'new', country, since: null, page: 1 }, words.t('new.title'))}${ratings && to({ kind: 'rating', country }, words.t('rate.nav'))}${to({ kind: 'corrections', country, page: 1 }, words.t('log.title'))}</ul>`
}

export const nameOf = ({ pack }: CountryFront, { words }: Face): string =>
  labelIn(pack.name, words.language).text
