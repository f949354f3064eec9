/** Objectives, messages and activities of a plan in, what is open between them out. */
import { type OpenPoint, point } from './open-point.ts'
import { linesOf, oneOf, type Plan, said } from './plan.ts'

/** The texts of a plan are promised in these languages; none said: no language is missed. */
export const languagesOf = (plan: Plan): readonly string[] =>
  said(oneOf(plan, 'front'), 'languages')
    .split(/[\s,]+/)
    .filter((one) => one !== '')

export function pointsOfObjectives(plan: Plan): readonly OpenPoint[] {
  const measured = new Set(linesOf(plan, 'indicator').map((one) => said(one, 'objective')))
  return [
    ...linesOf(plan, 'objective').flatMap((line) => [
      ...(measured.has(line.id) ? [] : [point('no-indicator', line)]),
      ...(said(line, 'by') === '' ? [point('no-day', line, 'by')] : []),
    ]),
    ...linesOf(plan, 'indicator').flatMap((line) => [
      ...(said(line, 'baseline') === '' ? [point('no-baseline', line, 'baseline')] : []),
      ...(said(line, 'target') === '' ? [point('empty', line, 'target')] : []),
    ]),
  ]
}

export function pointsOfWork(plan: Plan): readonly OpenPoint[] {
  const front = oneOf(plan, 'front')
  const [begins, ends] = [said(front, 'from'), said(front, 'to')]
  return [
    ...linesOf(plan, 'message').flatMap((line) => [
      ...(said(line, 'audience') === '' ? [point('no-audience', line, 'audience')] : []),
      ...languagesOf(plan)
        .filter((one) => said(line, one) === '')
        .map((one) => point('no-language', line, one)),
    ]),
    ...linesOf(plan, 'activity').flatMap((line) => {
      const [from, to] = [said(line, 'from'), said(line, 'to')]
      const isOutside = (from !== '' && from < begins) || (ends !== '' && to > ends)
      return [
        ...(said(line, 'audience') === '' ? [point('no-audience', line, 'audience')] : []),
        ...(from === '' || to === '' ? [point('no-day', line, from === '' ? 'from' : 'to')] : []),
        ...(from !== '' && to !== '' && to < from ? [point('wrong-days', line, 'to')] : []),
        ...(isOutside ? [point('outside', line)] : []),
      ]
    }),
  ]
}
