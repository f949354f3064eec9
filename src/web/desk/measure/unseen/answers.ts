/** An estimation in; the finding on top, the figure of what may be reported, the table of every answer and the refusals in words out. */
import type { Estimate, Estimation } from '../../../../core/estimate/result.ts'
import { methodOf, refusalText, variantOf } from '../../../../core/estimate/told.ts'
import { labelIn } from '../../../../core/language.ts'
import { estimateFigure } from '../../../../publish/figures/estimates.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import { unsewn } from '../../../../publish/quilt/unsewn.ts'
import type { Desktop } from '../../desktop.ts'

/** In the order in which we would rather say one: the others stand in the figure. */
const FIRST = ['dga', 'loglinear', 'lcmcr', 'loglinear-independence', 'chao'] as const

export const rounded = (n: number): number => Math.round(n)

/** The first answer that may be reported, or that none may. */
export function headlineOf({ face }: Desktop, { estimators, diagnostics }: Estimation): string {
  const { t } = face.words
  const { seen } = diagnostics
  const best = bestOf(estimators)
  if (!best?.interval) return t('unseen.head.none', { seen })
  const [low, high] = best.interval
  if (best.bound || high === null) return t('unseen.head.bound', { seen, low: rounded(low) })
  return t('unseen.head.range', {
    ...{ seen, low: rounded(low), high: rounded(high) },
    ...{ from: Math.max(0, rounded(low) - seen), to: rounded(high) - seen },
  })
}

const bestOf = (estimators: Estimation['estimators']): Estimate | undefined =>
  FIRST.flatMap((method) => estimators.find((one) => one.method === method && one.reportable) ?? [])[0]

/** The quilt of the answer that the heading tells; nothing where none may be reported. */
export function unsewnPanel(desktop: Desktop, { estimators, diagnostics }: Estimation): Piece {
  const { t } = desktop.face.words
  const best = bestOf(estimators)
  if (!best?.interval) return false
  const [low, high] = best.interval
  const { seen } = diagnostics
  const isOpen = best.bound || high === null
  const least = Math.max(0, rounded(low) - seen)
  return unsewn(best, seen, {
    title: t(isOpen ? 'unseen.cloth.title-open' : 'unseen.cloth.title', {
      ...{ method: nameOf(desktop, best), seen, from: least, to: rounded(high ?? low) - seen },
    }),
    each: (n) => t('unseen.cloth.each', { n }),
    sewn: t('unseen.cloth.sewn'),
    missing: t('unseen.cloth.missing'),
    possible: t('unseen.cloth.possible'),
    open: t('unseen.cloth.open'),
  })
}

export function nameOf({ face, codebook }: Desktop, one: Estimate): string {
  const method = methodOf(one, codebook.estimates)
  const name = method ? labelIn(method.name, face.words.language).text : one.method
  const variant = one.settings.heterogeneity ? null : variantOf(one)
  return variant === null ? name : `${name}: ${variant}`
}

function rangeOf({ face }: Desktop, { interval, bound }: Estimate): string {
  if (!interval) return '—'
  const [low, high] = interval
  const { t } = face.words
  return bound || high === null
    ? t('unseen.at-least', { n: rounded(low) })
    : t('unseen.range', { low: rounded(low), high: rounded(high) })
}

/** Never a refused one. */
export function estimatesFigure(desktop: Desktop, { estimators, diagnostics }: Estimation): Piece {
  const { t } = desktop.face.words
  const lines = estimators.flatMap((one) =>
    one.reportable && one.interval && one.estimate !== null
      ? [
          {
            ...{ label: nameOf(desktop, one), text: rangeOf(desktop, one), isBound: one.bound },
            ...{ low: one.interval[0], high: one.interval[1], middle: one.median ?? one.estimate },
          },
        ]
      : [],
  )
  const said = lines.map((one) => `${one.label}: ${one.text}`).join('; ')
  const seen = t('unseen.documented', { n: diagnostics.seen })
  return estimateFigure(lines, diagnostics.seen, 'unseen', { title: `${said}. ${seen}`, seen })
}

export function answersTable(desktop: Desktop, { estimators }: Estimation): Markup {
  const { t } = desktop.face.words
  const row = (one: Estimate): Markup =>
    html`<tr><th scope="row">${nameOf(desktop, one)}</th><td class="n">${one.estimate === null ? '—' : rounded(one.estimate)}</td><td class="n">${rangeOf(desktop, one)}</td><td>${t(one.reportable ? 'unseen.yes' : 'unseen.no')}</td></tr>`
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('unseen.answers')}"><table class="told"><thead><tr><th scope="col">${t('unseen.method')}</th><th scope="col" class="n">${t('unseen.middle')}</th><th scope="col" class="n">${t('unseen.interval')}</th><th scope="col">${t('unseen.report')}</th></tr></thead><tbody>${estimators.map(row)}</tbody></table></div>`
}

/** One sentence for each reason, with the methods it speaks against. */
export function refusals({ face, codebook }: Desktop, { refused }: Estimation): Markup {
  const { t, language } = face.words
  const rules = codebook.estimates
  const told = new Map<string, Set<string>>()
  for (const one of refused) {
    const text = refusalText(one, rules, language)
    const name = one.method === 'all' ? t('unseen.every') : rules.methods.get(one.method)?.name
    const method = typeof name === 'string' ? name : name ? labelIn(name, language).text : one.method
    told.set(text, (told.get(text) ?? new Set()).add(method))
  }
  return told.size === 0
    ? html`<p>${t('unseen.refused.none')}</p>`
    : html`<ul class="why">${[...told].map(([text, methods]) => html`<li><p>${text}</p><p class="meta">${[...methods].join(' · ')}</p></li>`)}</ul>`
}
