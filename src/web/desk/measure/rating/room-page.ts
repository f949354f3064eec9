/** The rating of a country as a page: what the panel decided, the ratings before, what one would rest on today, and where to add to it. */

import { rangeLine } from '../../../../publish/figures/bands.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import { dayIn } from '../../../../publish/telling/when.ts'
import type { RatingRoom, RatingSeen } from '../../../../usecases/rating/read-ratings.ts'
import { button, row as section, wrong } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { frame, tokenField } from '../../frame.ts'
import { measureNav } from '../rooms.ts'
import { bandText, countryText, indexText, rangeWords, ratingFigure, sourceText } from './texts.ts'

export type RoomView = {
  readonly country: string
  readonly room: RatingRoom
  readonly today: string
  readonly faults: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export function roomPage(desktop: Desktop, view: RoomView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { room, country, today, faults } = view
  const ratings = room.ratings ?? []
  const newest = ratings[0]
  const body = [
    section(
      t('rate.nav'),
      t('rate.note'),
      html`<h1>${headline(desktop, country, ratings)}</h1>${wrong(faults)}${face.mayAtAll('decide') && measureNav(desktop, 'rating')}${countries(desktop, country)}${newest?.rating.result.kind === 'rated' && html`<figure>${ratingFigure(desktop, newest.rating.result, newest.rating.bundle.method.bands)}<figcaption>${t('rate.caption')} <a href="/${language}/desk/measure/rating/${newest.rating.id}">${t('rate.open')}</a></figcaption></figure>`}<p class="meta">${t('rate.method', { method: methodOf(desktop) })}${!face.mayAtAll('decide') && html` <a href="/${language}/desk/measure/watchlist?country=${country}">${t('watch.nav')}</a>`}</p>`,
      true,
    ),
    section(t('rate.forms'), t('rate.forms.note'), forms(desktop, view)),
    room.ratings && section(t('rate.indices'), t('rate.indices.note'), indices(desktop, view)),
    room.ratings &&
      section(
        t('rate.propose'),
        t('rate.propose.note'),
        html`<form method="post" action="/${language}/desk/measure/rating" class="broad">${tokenField(face)}<input type="hidden" name="country" value="${country}"><p class="fields"><label>${t('rate.as-of')}<br><input name="asOf" type="date" required max="${today}" value="${view.typed.asOf ?? today}"></label> <button type="submit">${t('rate.propose.do')}</button></p></form>`,
      ),
    room.ratings && section(t('rate.history'), t('rate.history.note'), history(desktop, ratings)),
  ]
  return frame(face, t('rate.nav'), 'measure/rating', body)
}

const methodOf = ({ codebook }: Desktop): string =>
  `${codebook.rating.method.id}@${codebook.rating.method.methodVersion}`

/** What people decided comes before what was computed. */
function headline(desktop: Desktop, country: string, ratings: readonly RatingSeen[]): string {
  const { t, language } = desktop.face.words
  const name = countryText(desktop, country)
  const decided = ratings.find((one) => one.decided)
  if (decided?.decided)
    return t('rate.heading.decided', {
      ...{ country: name, band: bandText(desktop, decided.decided.band ?? '') },
      day: dayIn(decided.rating.as_of, language),
    })
  const result = ratings[0]?.rating.result
  return result?.kind === 'rated'
    ? t('rate.heading.proposed', { country: name, band: bandText(desktop, result.band) })
    : t('rate.heading.none', { country: name })
}

function countries(desktop: Desktop, country: string): Piece {
  const { language } = desktop.face.words
  return (
    desktop.packs.size > 1 &&
    html`<ul class="langs">${[...desktop.packs.keys()].map((id) => html`<li><a href="/${language}/desk/measure/rating?country=${id}"${id === country && html` aria-current="true"`}>${countryText(desktop, id)}</a></li>`)}</ul>`
  )
}

function forms(desktop: Desktop, { room, country }: RoomView): Markup {
  const { t, language } = desktop.face.words
  const all = room.ratings ? room.forms : room.own
  const list = all.map(
    (one) =>
      html`<li><div><p>${sourceText(desktop, one.source)}</p><p class="meta">${t('rate.form.of', { day: dayIn(one.as_of, language), by: one.by })}</p></div></li>
`,
  )
  return html`${list.length === 0 ? html`<p>${t('rate.forms.none')}</p>` : html`<ul class="work">${list}</ul>`}<p><a href="/${language}/desk/measure/rating/form?country=${country}">${t('rate.form.do')}</a></p>`
}

function indices(desktop: Desktop, { room, country, typed, today }: RoomView): Markup {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const families = [...new Set(codebook.rating.method.outside.indices.map((one) => one.family))]
  const nameOf = (family: string): string =>
    indexText(
      desktop,
      codebook.rating.method.outside.indices.findLast((one) => one.family === family)?.id ?? family,
    )
  const head = ['index', 'variable', 'edition', 'value', 'licence', 'vintage']
  const table =
    room.indices.length > 0 &&
    html`<div class="scroll" role="region" tabindex="0" aria-label="${t('rate.indices')}"><table><thead><tr>${head.map((one) => html`<th scope="col">${t(`rate.col.${one}`)}</th>`)}</tr></thead><tbody>${room.indices.map(
      (one) =>
        html`<tr><td>${nameOf(one.index_id)}</td><td>${one.variable}</td><td>${String(one.edition)}</td><td>${one.value}</td><td>${one.licence}</td><td>${dayIn(one.vintage, language)}, ${one.origin}</td></tr>
`,
    )}</tbody></table></div>`
  const text = (name: string, label: string): Markup =>
    html`<label>${label}<br><input name="${name}" required maxlength="300" autocomplete="off" value="${typed[name] ?? ''}"></label>`
  return html`${table === false ? html`<p>${t('rate.indices.none')}</p>` : table}<details><summary>${t('rate.index.do')}</summary><form method="post" action="/${language}/desk/measure/rating/indices" class="broad">${tokenField(face)}<input type="hidden" name="country" value="${country}"><p class="fields"><label>${t('rate.col.index')}<br><select name="index">${families.map((one) => html`<option value="${one}"${typed.index === one && html` selected`}>${nameOf(one)}</option>`)}</select></label> ${text('licence', t('rate.col.licence'))} ${text('from', t('rate.index.from'))} <label>${t('rate.col.vintage')}<br><input name="vintage" type="date" required max="${today}" value="${typed.vintage ?? today}"></label></p><p><label>${t('rate.index.table')}<br><textarea name="table" rows="5" cols="60" required spellcheck="false">${typed.table ?? 'country,variable,edition,value,published'}</textarea></label></p>${button(t('rate.index.save'), true)}</form></details>`
}

function history(desktop: Desktop, ratings: readonly RatingSeen[]): Markup {
  const { t, language } = desktop.face.words
  if (ratings.length === 0) return html`<p>${t('rate.history.none')}</p>`
  return html`<ul class="work">${ratings.map(({ rating, decided }) => {
    const { result } = rating
    const range = result.kind === 'rated' && rangeWords(result.quantiles)
    const said = decided
      ? t('rate.decided', { band: bandText(desktop, decided.band ?? '') })
      : t('rate.undecided')
    return html`<li><div><h2 class="name"><a href="/${language}/desk/measure/rating/${rating.id}">${dayIn(rating.as_of, language)}</a></h2>${result.kind === 'rated' && rangeLine(rating.bundle.method.bands, result.quantiles, t('rate.range', range || {}))}<p class="meta">${[range && t('rate.range', range), said, rating.method, rating.by].filter(Boolean).join(' · ')}</p></div></li>
`
  })}</ul>`
}
