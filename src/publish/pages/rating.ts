/** The released ratings of a country in, the page of its rating out: the band with its interval, what it rests on, what would change it, every decision. */
import { labelIn } from '../../core/language.ts'
import { ratingCard } from '../card/cards.ts'
import { href } from '../links.ts'
import { html, type Piece } from '../markup.ts'
import {
  computedIn,
  evidenceList,
  history,
  ratingHeading,
  restsOn,
  sensitivity,
  whatWouldChange,
} from '../sections/rating.ts'
import { ratingFigure } from '../telling/rating.ts'
import { dayIn } from '../telling/when.ts'
import type { RatingView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** Nobody is listed by a signal: people decide, and the page says since when. */
export const watchLine = ({ watch, words }: RatingView): Piece =>
  watch &&
  html`<p>${words.t('rated.watch', { day: dayIn(watch.since, words.language) })} ${watch.signs.map((one) => `${words.t(`watch.sign.${one}`)}. `)}</p>`

/** `/{lang}/kz/rating` */
export function ratingPage(view: RatingView): string {
  const { words, ratings, pack, site } = view
  const { t, language } = words
  const { now } = ratings
  const name = labelIn(pack.name, language).text
  const hasEvidence = ratings.evidence.some((one) => one.laws.length + one.incidents.length > 0)
  const method = href(site, language, { kind: 'method' })
  const body = html`${opening(t('rate.nav'), html`${name}<br>${t('rated.note')}`, ratingHeading(view), html`<p class="sub">${computedIn(view)}</p>${watchLine(view)}`)}
${row('b', t('rated.bands'), t('rated.bands.note'), t('rated.bands.heading'), html`<figure>${ratingFigure(now.computed, view)}<figcaption>${t('rate.caption')}</figcaption></figure><p class="meta">${t('rate.proof', { method: now.method, hash: now.inputs.slice(0, 16) })} <a href="${method}">${t('nav.method')}</a></p>`)}${row(
  'r',
  t('rate.rests'),
  t('rate.rests.note'),
  t('rate.rests'),
  restsOn(now, view),
)}${
  hasEvidence &&
  row('e', t('rated.evidence'), t('rated.evidence.note'), t('rated.evidence.heading'), evidenceList(view))
}${row('s', t('rate.sensitivity'), t('rate.sensitivity.note'), t('rate.sensitivity'), sensitivity(now, view))}${row(
  'c',
  t('rate.change'),
  t('rated.change.note'),
  t('rate.change'),
  whatWouldChange(now, view),
)}${row('h', t('rated.history'), t('rated.history.note'), t('rated.history.heading', { n: ratings.history.length }), history(view))}${row('l', t('section.limits'), '', t('section.limits'), html`<ul class="told">${['ranking', 'others', 'people'].map((one) => html`<li>${t(`rated.limit.${one}`)}</li>`)}</ul>`)}`
  return layout({
    face: view,
    page: { kind: 'rating', country: pack.id },
    title: t('rate.title', { country: name, day: dayIn(now.asOf, language) }),
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: t('rate.nav'), page: null },
    ],
    card: ratingCard(view),
    body,
  })
}

/** The same as data, with the method file as it stands, where the rating was made by it. */
export const ratingJson = ({ ratings, watch, codebook }: RatingView): unknown => {
  const { method } = codebook.rating
  const isInForce = `${method.id}@${method.methodVersion}` === ratings.now.method
  return { ...ratings, watch, method: isInForce ? method : null }
}
