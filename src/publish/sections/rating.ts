/** A released rating in, its parts out: where it lies on the bands, what it rests on, what it would be otherwise, what would change it, every decision. */
import { labelIn } from '../../core/language.ts'
import type { PublicRating } from '../../core/rating/public-rating.ts'
import { rangeLine } from '../figures/bands.ts'
import { provisionIn } from '../laws.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { unknown } from '../pages/parts.ts'
import { otherwiseIn, rangeWords, ratingWord, tenth } from '../telling/rating.ts'
import { titleOf } from '../telling/title.ts'
import { dayIn } from '../telling/when.ts'
import type { Face, RatingView } from '../views.ts'

/** The band as people decided it; the computed one beside it, which may be another. */
export const ratingHeading = ({ ratings: { now }, pack, words, ...face }: RatingView): string =>
  words.t('rate.heading.decided', {
    country: labelIn(pack.name, words.language).text,
    band: ratingWord('bands', now.band, { words, ...face }),
    day: dayIn(now.asOf, words.language),
  })

export function computedIn({ ratings: { now }, words, ...face }: RatingView): string {
  const band = ratingWord('bands', now.computed.band, { words, ...face })
  const key = now.computed.certain ? 'rate.heading.one' : 'rate.heading.near'
  return words.t(key, { band, ...rangeWords(now.computed.quantiles) })
}

const score = (value: number | null, { words }: Face): Piece =>
  value === null ? unknown(words) : tenth(value)

/** A table that scrolls by itself where the page is too narrow. */
const scrolled = (label: string, table: Markup): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${table}</div>`

/** One dimension below the other in the order of the method, each with all its forms. */
function byDimension({ dimensions }: PublicRating): PublicRating['dimensions'] {
  const order = [...new Set(dimensions.map((one) => one.id))]
  return order.flatMap((id) => dimensions.filter((one) => one.id === id))
}

/** Each source with its share, its dimensions for law and practice, the indices with their licence, the last months. */
export function restsOn(now: PublicRating, face: Face): Markup {
  const { t } = face.words
  const parts = now.sources.reduce((sum, one) => sum + one.share, 0)
  const indices = now.indices.map(
    (one) =>
      html`<p class="meta">${t('rated.index', { index: ratingWord('indices', one.id, face), edition: String(one.edition), origin: one.origin, licence: one.licence })}</p>`,
  )
  const sources = now.sources.map(
    (one) =>
      html`<div><dt>${ratingWord('sources', one.id, face)}</dt><dd>${score(one.score, face)} <span class="meta">${t('rate.share', { n: one.share, of: parts })}</span>${one.id === 'outside' && indices}</dd></div>`,
  )
  const table = html`<table><thead><tr><th scope="col">${t('rated.dimension')}</th><th scope="col">${t('rate.col.form')}</th><th scope="col" class="n">${t('rate.aspect.law')}</th><th scope="col" class="n">${t('rate.aspect.practice')}</th><th scope="col" class="n">${t('rate.col.score')}</th></tr></thead><tbody>${byDimension(
    now,
  ).map(
    (one) =>
      html`<tr><th scope="row">${ratingWord('dimensions', one.id, face)}</th><td>${ratingWord('sources', one.source, face)}</td><td class="n">${score(one.law, face)}</td><td class="n">${score(one.practice, face)}</td><td class="n">${score(one.score, face)}</td></tr>
`,
  )}</tbody></table>`
  return html`<dl class="vals">${sources}<div><dt>${t('rate.live')}</dt><dd>${lastMonths(now, face)}</dd></div></dl>${scrolled(t('rate.forms'), table)}`
}

function lastMonths({ live }: PublicRating, { words: { t } }: Face): Markup {
  if (live.kind === 'none') return html`<p>${t(`rate.live.${live.reason}`)}</p>`
  const { from, to } = live
  return html`<p>${t('rate.live.points', { points: tenth(live.points), from, to })}</p>${live.freedoms.map(
    (one) =>
      html`<p class="meta">${t('rate.live.line', { freedom: t(`watch.freedom.${one.freedom}`), found: tenth(one.found), expected: tenth(one.expected), surprise: tenth(one.surprise), good: tenth(one.good) })}</p>`,
  )}`
}

/** The score without each part, each drawn on the same scale. */
export function sensitivity(now: PublicRating, face: Face): Markup {
  const { t } = face.words
  const line = (text: string, scored: { readonly score: number; readonly band: string } | null): Markup =>
    html`<tr><th scope="row">${text}</th><td class="n">${scored ? tenth(scored.score) : html`<span class="unknown">${t('rate.no-score')}</span>`}</td><td>${scored && ratingWord('bands', scored.band, face)}</td></tr>
`
  return scrolled(
    t('rate.col.what'),
    html`<table><thead><tr><th scope="col">${t('rate.col.what')}</th><th scope="col" class="n">${t('rate.col.score')}</th><th scope="col">${t('rate.col.band')}</th></tr></thead><tbody>${line(t('rate.as-it-is'), now.computed.point)}${now.otherwise.map((one) => line(otherwiseIn(one.what, face), one.scored))}</tbody></table>`,
  )
}

/** More of them say the same; all are in the JSON. */
const CHANGES = 8

export function whatWouldChange(now: PublicRating, face: Face): Markup {
  const { t } = face.words
  const edges = now.edges.map(({ band: id, answers }) => {
    const band = ratingWord('bands', id, face)
    return html`<li>${answers === null ? t('rate.change.far', { band }) : t('rate.change.edge', { band, n: answers })}</li>`
  })
  const table = html`<table><thead><tr><th scope="col">${t('rate.col.answer')}</th><th scope="col">${t('rate.col.step')}</th><th scope="col">${t('rate.col.score')}</th></tr></thead><tbody>${now.changes
    .slice(0, CHANGES)
    .map(
      (one) =>
        html`<tr><th scope="row">${ratingWord('dimensions', one.dimension, face)}, ${t(`rate.aspect.${one.aspect}`)}: ${ratingWord('sources', one.source, face)}</th><td>${t(`rated.way.${one.way}`)}</td><td>${t('rate.becomes', { score: tenth(one.scored.score), band: ratingWord('bands', one.scored.band, face) })}</td></tr>
`,
    )}</tbody></table>`
  return html`<ul class="waits">${edges}</ul>${scrolled(t('rate.col.answer'), table)}`
}

function actName(id: string, { pack, words }: RatingView): string {
  const act = pack.acts.get(id)
  return act ? labelIn(act.title, words.language).text : id
}

/** What the forms cite and any reader may open, by dimension. */
export function evidenceList(view: RatingView): Markup {
  const { ratings, cited, pack, words, site, codebook, tell } = view
  const titles = new Map(cited.map((one) => [one.id, titleOf(one, codebook, tell)]))
  const law = (id: string): Piece => {
    const provision = pack.provisions.get(id)
    if (!provision) return actName(id, view)
    const to = href(site, words.language, { kind: 'law', country: pack.id, provision: id })
    return html`<a href="${to}">${provisionIn(provision, pack, view)}</a>`
  }
  const incident = (id: string): Piece => {
    const title = titles.get(id)
    return title && html`<a href="${href(site, words.language, { kind: 'incident', id })}">${title}</a>`
  }
  return html`<dl class="vals">${ratings.evidence.map(
    (one) =>
      html`<div><dt>${ratingWord('dimensions', one.dimension, view)}</dt><dd>${between([...one.laws.map(law), ...one.incidents.map(incident)].filter(Boolean), ' · ')}</dd></div>
`,
  )}</dl>`
}

/** Every decision on one scale, the newest first; none is ever taken back or written over. */
export function history({ ratings, words, ...rest }: RatingView): Markup {
  const face: Face = { words, ...rest }
  const { t, language } = words
  return html`<ol class="decided">${ratings.history.map((one) => {
    const said = t('rated.line', {
      band: ratingWord('bands', one.band, face),
      asOf: dayIn(one.asOf, language),
      ...rangeWords(one.computed.quantiles),
    })
    const notes = [
      t('rated.decided-on', { day: dayIn(one.decidedOn, language) }),
      one.method,
      !one.followed && t('rated.not-followed'),
      one.dissents > 0 && t('rated.dissents', { n: one.dissents }),
    ].filter((note) => note !== false)
    return html`<li>${rangeLine(ratings.now.computed.bands, one.computed.quantiles, said)}<p>${said}</p><p class="meta">${notes.join(' · ')}</p></li>
`
  })}</ol>`
}
