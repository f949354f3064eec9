/** Budget and risks of a plan in, their tables out: sums that say what nobody priced, risks by their weight. */
import { moneyIn } from '../../../core/plan/money-in.ts'
import { linesOf, oneOf, said } from '../../../core/plan/plan.ts'
import { GRAVE } from '../../../core/plan/points-of-care.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { unknown } from '../../../publish/pages/parts.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import type { Desktop } from '../desktop.ts'
import { anchorOf, nameOfLine } from './told.ts'

export function budgetTable({ face, codebook }: Desktop, read: PlanOnDesk): Piece {
  const { words } = face
  const { t, language } = words
  const part = codebook.plan.get('budget')
  const { lines, total, own, asked, open } = read.budget
  if (!part || lines.length === 0) return false
  const currency = said(oneOf(read.plan, 'front'), 'currency')
  const money = (sum: number): string => moneyIn(sum, currency, language)
  /** With lines that nobody priced a sum is at least so much. */
  const atLeast = (sum: number): string => (open > 0 ? t('plans.at-least', { sum: money(sum) }) : money(sum))
  const rows = lines.map(
    ({ line, cost, own: brings }) =>
      html`<tr><th scope="row"><a href="/${language}/desk/plans/${read.id}/parts/budget#${anchorOf(line.id, null)}">${nameOfLine(line, part, read.plan, words)}</a></th><td class="n">${cost === null ? unknown(words) : money(cost)}</td><td class="n">${brings === null ? unknown(words) : money(brings)}</td></tr>`,
  )
  const sum = (label: string, value: string, brings: string): Markup =>
    html`<tr><th scope="row">${label}</th><td class="n">${value}</td><td class="n">${brings}</td></tr>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('plans.budget')}"><table><caption>${t('plans.budget')}</caption><thead><tr><th scope="col">${t('plans.budget.what')}</th><th scope="col" class="n">${t('plans.budget.cost')}</th><th scope="col" class="n">${t('plans.budget.own')}</th></tr></thead><tbody>${rows}</tbody><tfoot>${sum(t('plans.budget.total'), atLeast(total), money(own))}${sum(t('plans.budget.asked'), atLeast(asked), '')}</tfoot></table></div>${open > 0 && html`<p class="meta">${t('plans.budget.open', { n: open })}</p>`}`
}

/** The heaviest first; of which nobody said how likely or how bad it is, last. */
export function riskTable({ face, codebook }: Desktop, read: PlanOnDesk): Piece {
  const { words } = face
  const { t, language } = words
  const part = codebook.plan.get('risk')
  const lines = linesOf(read.plan, 'risk')
  if (!part || lines.length === 0) return false
  const weighed = lines
    .map((line) => {
      const [likelihood, harm] = [said(line, 'likelihood'), said(line, 'harm')]
      const weight = likelihood === '' || harm === '' ? null : Number(likelihood) * Number(harm)
      return { line, likelihood, harm, weight: weight === null || Number.isNaN(weight) ? null : weight }
    })
    .toSorted((a, b) => (b.weight ?? -1) - (a.weight ?? -1))
  const cell = (text: string): Markup => html`<td class="n">${text === '' ? unknown(words) : text}</td>`
  const rows = weighed.map(
    ({ line, likelihood, harm, weight }) =>
      html`<tr><th scope="row"><a href="/${language}/desk/plans/${read.id}/parts/risk#${anchorOf(line.id, null)}">${nameOfLine(line, part, read.plan, words)}</a></th>${cell(likelihood)}${cell(harm)}<td class="n">${weight === null ? unknown(words) : weight}${weight !== null && weight >= GRAVE && html`<br><b class="meta">${t('plans.risk.grave')}</b>`}</td><td>${said(line, 'owner') || unknown(words)}</td></tr>`,
  )
  const heads = ['likelihood', 'harm', 'weight'].map(
    (one) => html`<th scope="col" class="n">${t(`plans.risk.${one}`)}</th>`,
  )
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('plans.risk')}"><table><caption>${t('plans.risk')}</caption><thead><tr><th scope="col">${t('plans.risk.what')}</th>${heads}<th scope="col">${t('plans.risk.owner')}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
