/** Activities and budget of a plan in, what an application says of them out. */
import type { PlanBlock } from '../../core/plan/application.ts'
import { budgetOf } from '../../core/plan/money.ts'
import { linesOf, oneOf, said } from '../../core/plan/plan.ts'
import { isDay } from '../../core/plan/points-of-field.ts'
import { typedNumber } from '../../core/typed-number.ts'
import { labelOf, missing, nameOf, type PlanGiven, tableOf, toldOf } from './given.ts'

export const activities = (given: PlanGiven): readonly PlanBlock[] => [
  tableOf(given, linesOf(given.plan, 'activity'), [
    ...([
      'activity',
      given.words.t('plan.leaf.activities'),
      ['what', 'who', 'audience', 'from', 'to'],
    ] as const),
  ]),
]

/** Only what has both its days is drawn; what has not is in the table. */
export function weeks(given: PlanGiven): readonly PlanBlock[] {
  const { plan, words, day } = given
  const bars = linesOf(plan, 'activity').flatMap((line) => {
    const [from, to] = [said(line, 'from'), said(line, 'to')]
    return isDay(from) && isDay(to) && from <= to ? [{ label: nameOf(given, line), from, to }] : []
  })
  if (bars.length === 0) return []
  const alt = bars.map((one) => `${one.label}: ${day(one.from)} – ${day(one.to)}`).join('; ')
  return [{ kind: 'weeks', bars, alt: `${alt}.`, caption: words.t('plan.leaf.weeks') }]
}

/** Sums with a line that nobody has priced are bounds, and say so. */
export function budget(given: PlanGiven): readonly PlanBlock[] {
  const { plan, words, money } = given
  const currency = said(oneOf(plan, 'front'), 'currency')
  const { lines, total, own, asked, open } = budgetOf(plan)
  if (lines.length === 0) return [missing(given)]
  const sum = (hundredths: number): string => {
    const text = money(hundredths, currency)
    return open === 0 ? text : words.t('plan.leaf.at-least', { sum: text })
  }
  const cell = (hundredths: number | null): string =>
    hundredths === null ? words.t('plan.leaf.unknown') : money(hundredths, '')
  const price = (typed: string): string => {
    const each = typedNumber(typed)
    return each === null ? typed : money(Math.round(each * 100), '')
  }
  const rows = lines.map(({ line, cost, own: brought }) => [
    ...[toldOf(given, line, 'what'), toldOf(given, line, 'activity')],
    ...[said(line, 'units') === '' ? '1' : said(line, 'units'), price(said(line, 'price'))],
    ...[cell(cost), brought === 0 ? '' : cell(brought)],
  ])
  const head = [
    ...['what', 'activity', 'units', 'price'].map((id) => labelOf(given, 'budget', id)),
    ...[words.t('plan.leaf.cost'), labelOf(given, 'budget', 'own')],
  ]
  const sums = [
    ...([['plan.leaf.total', total] as const, ['plan.leaf.own', own] as const] as const),
    ['plan.leaf.asked', asked] as const,
  ]
  return [
    { kind: 'table', caption: words.t('plan.leaf.budget', { currency }).trim(), head, rows },
    {
      kind: 'fields',
      title: null,
      fields: sums.map(([key, of]) => ({ label: words.t(key), text: sum(of), isMissing: false })),
    },
    ...(open === 0 ? [] : [{ kind: 'missing' as const, text: words.t('plan.leaf.unpriced', { n: open }) }]),
  ]
}
