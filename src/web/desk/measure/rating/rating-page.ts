/** One rating as a page: where it lies on the bands, what it rests on, what it would be without each part, what would change it, what the panel says. */
import type { Rated, Rating } from '../../../../core/rating/result.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import { dayIn } from '../../../../publish/telling/when.ts'
import type { RatingRead } from '../../../../usecases/rating/read-ratings.ts'
import { row as section, wrong } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { frame } from '../../frame.ts'
import { BOUNDS } from '../agreement-page.ts'
import { changeSection } from './change-section.ts'
import { panelSection } from './panel-section.ts'
import {
  bandText,
  countryText,
  dimensionText,
  indexText,
  otherwiseText,
  rangeWords,
  ratingFigure,
  sourceText,
  tenth,
} from './texts.ts'

export type RatingView = RatingRead & {
  readonly mayDecide: boolean
  readonly faults: readonly string[]
  readonly typed: Readonly<Record<string, string>>
  /** One answer put in another's place, and what came of it. */
  readonly instead: { readonly answer: string; readonly to: string; readonly rating: Rating | null } | null
}

export function ratingPage(desktop: Desktop, view: RatingView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { rating } = view
  const { result, bundle } = rating
  const day = dayIn(rating.as_of, language)
  const country = countryText(desktop, rating.country)
  const proof = html`<p class="meta">${t('rate.proof', { method: rating.method, hash: rating.inputs_hash.slice(0, 16) })} ${t(view.isReproduced ? 'rate.reproduced' : 'rate.differs')} <a href="/${language}/desk/measure/rating/${rating.id}/bundle.json">${t('rate.bundle')}</a></p>`
  const title = t('rate.title', { country, day })
  if (result.kind !== 'rated')
    return frame(face, title, `measure/rating/${rating.id}`, [
      section(t('rate.nav'), day, html`<h1>${t('rate.heading.none', { country })}</h1>${proof}`, true),
    ])
  const band = bandText(desktop, result.band)
  const body = [
    section(
      t('rate.nav'),
      html`${country}, ${day}`,
      html`<h1>${t(result.certain ? 'rate.heading.one' : 'rate.heading.near', { band, ...rangeWords(result.quantiles) })}</h1>${wrong(view.faults)}<figure>${ratingFigure(desktop, result, bundle.method.bands)}<figcaption>${t('rate.caption')}</figcaption></figure>${proof}`,
      true,
    ),
    section(
      t('rate.rests'),
      t('rate.rests.note'),
      html`${rests(desktop, result)}${agreement(desktop, view)}`,
    ),
    section(t('rate.sensitivity'), t('rate.sensitivity.note'), sensitivity(desktop, result)),
    section(t('rate.change'), t('rate.change.note'), changeSection(desktop, view, result)),
    section(t('rate.panel'), t('rate.panel.note'), panelSection(desktop, view)),
  ]
  return frame(face, title, `measure/rating/${rating.id}`, body)
}

/** Each source with its score; forms by dimension, law and practice apart; indices as they came; the last months. */
function rests(desktop: Desktop, result: Rated): Markup {
  const { t, language } = desktop.face.words
  const unknown = html`<span class="unknown">${t('doubt.unknown')}</span>`
  const score = (value: number | null): Piece => (value === null ? unknown : tenth(value))
  const dimensions = [...new Set(result.forms.flatMap((one) => one.dimensions.map((each) => each.id)))]
  const head = [
    t('rate.col.form'),
    ...dimensions.map((one) => dimensionText(desktop, one)),
    t('rate.col.score'),
  ]
  const forms = html`<div class="scroll" role="region" tabindex="0" aria-label="${t('rate.forms')}"><table><thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${result.forms.map(
    (form) =>
      html`<tr><th scope="row">${sourceText(desktop, form.source)} ${String(form.coder)}<br><span class="meta">${dayIn(form.asOf, language)}</span></th>${form.dimensions.map((one) => html`<td>${score(one.score)}<br><span class="meta">${t('rate.law-practice', { law: one.law === null ? '?' : tenth(one.law), practice: one.practice === null ? '?' : tenth(one.practice) })}<br>${t('rate.answered', { n: one.answered, of: one.asked })}</span></td>`)}<td>${score(form.score)}</td></tr>
`,
  )}</tbody></table></div>`
  return html`<dl class="vals">${result.sources.map(
    (one) =>
      html`<div><dt>${sourceText(desktop, one.id)}</dt><dd><p>${score(one.score)} <span class="meta">${t('rate.share', { n: one.share, of: result.sources.reduce((sum, each) => sum + each.share, 0) })}</span></p>${one.id === 'outside' && result.indices.map((each) => html`<p class="meta">${t('rate.index.line', { index: indexText(desktop, each.id), edition: String(each.edition), value: tenth(each.value), rebased: tenth(each.rebased) })}</p>`)}</dd></div>`,
  )}<div><dt>${t('rate.live')}</dt><dd>${live(desktop, result)}</dd></div></dl>${forms}`
}

/** How far the assessors agree: below the usual lines their mean says less than its digits. */
function agreement(desktop: Desktop, { agreement: found }: RatingView): Markup {
  const { t } = desktop.face.words
  if (found === null) return html`<p>${t('rate.agreement.one')}</p>`
  const two = (value: number): string => value.toFixed(2)
  const text = ({ alpha, interval }: typeof found.all): string =>
    alpha === null
      ? t('measure.agreement.no-alpha')
      : interval === null
        ? two(alpha)
        : t('measure.agreement.interval', {
            ...{ alpha: two(alpha), low: two(interval[0]), high: two(interval[1]) },
          })
  const remark = found.all.alpha !== null && found.all.alpha < BOUNDS[1]
  const each = found.dimensions.map(({ id, alpha }) => `${dimensionText(desktop, id)}: ${text(alpha)}`)
  return html`<p>${t('rate.agreement', { n: found.forms, alpha: text(found.all) })}${remark && ` ${t((found.all.alpha ?? 0) < BOUNDS[0] ? 'measure.agreement.low' : 'measure.agreement.tentative')}.`}</p><p class="meta">${each.join(' · ')}. ${t('rate.agreement.note')}</p>`
}

function live(desktop: Desktop, { live: found }: Rated): Markup {
  const { t } = desktop.face.words
  if (found.kind === 'none') return html`<p>${t(`rate.live.${found.reason}`)}</p>`
  const lines = found.freedoms.map(
    (one) =>
      html`<p class="meta">${t('rate.live.line', { freedom: t(`watch.freedom.${one.freedom}`), found: tenth(one.found), expected: tenth(one.expected), surprise: tenth(one.surprise), good: tenth(one.good) })}</p>`,
  )
  return html`<p>${t('rate.live.points', { points: tenth(found.points), from: found.from, to: found.to })}</p>${lines}`
}

function sensitivity(desktop: Desktop, result: Rated): Markup {
  const { t } = desktop.face.words
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('rate.sensitivity')}"><table><thead><tr><th scope="col">${t('rate.col.what')}</th><th scope="col">${t('rate.col.score')}</th><th scope="col">${t('rate.col.band')}</th></tr></thead><tbody><tr><th scope="row">${t('rate.as-it-is')}</th><td>${tenth(result.point.score)}</td><td>${bandText(desktop, result.point.band)}</td></tr>${result.otherwise.map(
    ({ what, scored }) =>
      html`<tr><th scope="row">${otherwiseText(desktop, what)}</th><td>${scored ? tenth(scored.score) : html`<span class="unknown">${t('rate.no-score')}</span>`}</td><td>${scored && bandText(desktop, scored.band)}</td></tr>
`,
  )}</tbody></table></div>`
}
