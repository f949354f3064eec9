/** An estimation in; the tables that help to judge it out: overlaps, models, each list left out, what the prior does. */
import type { Estimation } from '../../../../core/estimate/result.ts'
import { labelIn } from '../../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import type { Desktop } from '../../desktop.ts'
import { rounded } from './answers.ts'

const MOST_MODELS = 8

const table = (label: string, head: readonly Piece[], rows: readonly Piece[]): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table class="told"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
const column = (text: string, isNumber = false): Markup =>
  html`<th scope="col"${isNumber && html` class="n"`}>${text}</th>`
const number = (n: number | null): Markup => html`<td class="n">${n === null ? '—' : rounded(n)}</td>`
const ends = (interval: readonly [number, number | null] | null): Markup =>
  html`<td class="n">${interval === null ? '—' : `${rounded(interval[0])} – ${interval[1] === null ? '…' : rounded(interval[1])}`}</td>`

/** How many each two lists share; on the diagonal how many a list has, and beside it how many it has alone. */
export function overlaps({ face }: Desktop, { diagnostics }: Estimation): Markup {
  const { t } = face.words
  const { lists, overlap } = diagnostics
  return table(
    t('unseen.overlap'),
    [html`<td></td>`, ...lists.map((one) => column(one.list, true)), column(t('unseen.alone'), true)],
    lists.map(
      ({ list, alone }, at) =>
        html`<tr><th scope="row">${list}</th>${(overlap[at] ?? []).map(number)}${number(alone)}</tr>`,
    ),
  )
}

export function models({ face, codebook }: Desktop, { diagnostics }: Estimation): Markup {
  const { t, language } = face.words
  const nameOf = (method: string): string => {
    const name = codebook.estimates.methods.get(method)?.name
    return name ? labelIn(name, language).text : method
  }
  const shown = (['dga', 'loglinear'] as const).flatMap((method) =>
    diagnostics.models
      .filter((one) => one.method === method && (one.probability ?? 1) > 0.001)
      .slice(0, MOST_MODELS),
  )
  return table(
    t('unseen.models'),
    [
      column(t('unseen.method')),
      column(t('unseen.model')),
      column(t('unseen.weight'), true),
      column(t('unseen.middle'), true),
    ],
    shown.map(
      ({ method, model, probability, bic, estimate }) =>
        html`<tr><td>${nameOf(method)}</td><td>${model === '' ? t('unseen.no-pairs') : model}</td><td class="n">${probability === null ? (bic === null ? '—' : `BIC ${bic.toFixed(1)}`) : `${(100 * probability).toFixed(1)} %`}</td>${number(estimate)}</tr>`,
    ),
  )
}

export function leaveOneOut({ face }: Desktop, { diagnostics }: Estimation): Markup {
  const { t } = face.words
  return table(
    t('unseen.less'),
    [
      column(t('unseen.without')),
      column(t('unseen.documented-short'), true),
      column(t('unseen.middle'), true),
      column(t('unseen.interval'), true),
    ],
    diagnostics.leaveOneOut.map(
      ({ without, seen, estimate, interval }) =>
        html`<tr><th scope="row">${without}</th>${number(seen)}${number(estimate)}${ends(interval)}</tr>`,
    ),
  )
}

export function sensitivity({ face }: Desktop, { diagnostics }: Estimation): Markup {
  const { t } = face.words
  return table(
    t('unseen.prior'),
    [column('δ'), column(t('unseen.middle'), true), column(t('unseen.interval'), true)],
    diagnostics.sensitivity.map(
      ({ delta, median, interval }) =>
        html`<tr><th scope="row">${delta === 1 ? '1' : `1/${rounded(1 / delta)}`}</th>${number(median)}${ends(interval)}</tr>`,
    ),
  )
}
