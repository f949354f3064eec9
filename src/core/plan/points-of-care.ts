/** Budget, risks, prototypes and the questions of do no harm in, what is open in them out. */
import { budgetOf } from './money.ts'
import { type OpenPoint, type PlanCheck, point } from './open-point.ts'
import { linesOf, oneOf, type Plan, said } from './plan.ts'
import type { PlanSheet } from './terms.ts'

/** Likelihood times harm from which somebody has to look after it. */
export const GRAVE = 15

export function pointsOfCare(plan: Plan): readonly OpenPoint[] {
  return [
    ...budgetOf(plan).lines.flatMap(({ line, cost, own }) => [
      ...(cost === null ? [point('no-price', line, 'price')] : []),
      ...(own === null ? [point('no-number', line, 'own')] : []),
      ...(cost !== null && own !== null && own > cost ? [point('own-above', line, 'own')] : []),
    ]),
    ...linesOf(plan, 'risk').flatMap((line) => {
      const weight = Number(said(line, 'likelihood')) * Number(said(line, 'harm'))
      return [
        ...(weight >= GRAVE && said(line, 'owner') === '' ? [point('no-owner', line, 'owner')] : []),
        ...(said(line, 'avoid') === '' ? [point('no-remedy', line, 'avoid')] : []),
      ]
    }),
    ...linesOf(plan, 'prototype').flatMap((line) =>
      said(line, 'tested') === '' ? [point('untested', line, 'tested')] : [],
    ),
  ]
}

/** Questions of do no harm: each is answered, and what is not a plain no says what is done about it. */
export function pointsOfHarm(plan: Plan, sheet: PlanSheet): readonly OpenPoint[] {
  const line = oneOf(plan, 'harm')
  const open = (check: PlanCheck, field: string): OpenPoint => ({ check, part: 'harm', line: 'harm', field })
  return (sheet.get('harm')?.fields ?? [])
    .filter((one) => one.kind === 'choice')
    .flatMap(({ id }) => {
      const answer = said(line, id)
      if (answer === '') return [open('empty', id)]
      return answer !== 'no' && said(line, `${id}-then`) === '' ? [open('no-remedy', `${id}-then`)] : []
    })
}
