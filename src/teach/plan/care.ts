/** Risks, questions of do no harm, partners and links of a plan in, what an application says of them out. */
import type { PlanBlock } from '../../core/plan/application.ts'
import { linesOf, oneOf, type PlanLine, said } from '../../core/plan/plan.ts'
import { field, labelOf, missing, nameOf, type PlanGiven, toldOf } from './given.ts'

export function risks(given: PlanGiven): readonly PlanBlock[] {
  const { plan, words } = given
  const all = linesOf(plan, 'risk')
  if (all.length === 0) return [missing(given)]
  const columns = ['avoid', 'then', 'owner'] as const
  const placed = all.flatMap((line, at) => {
    const [likelihood, harm] = [Number(said(line, 'likelihood')), Number(said(line, 'harm'))]
    return likelihood > 0 && harm > 0
      ? [{ number: at + 1, label: nameOf(given, line), likelihood, harm }]
      : []
  })
  const axes = { likelihood: labelOf(given, 'risk', 'likelihood'), harm: labelOf(given, 'risk', 'harm') }
  const alt = placed
    .map(
      ({ number, label, likelihood, harm }) =>
        `${number}. ${label}: ${axes.likelihood} ${likelihood}, ${axes.harm} ${harm}`,
    )
    .join('; ')
  const weightOf = (line: PlanLine): string => {
    const [likelihood, harm] = [said(line, 'likelihood'), said(line, 'harm')]
    return likelihood === '' || harm === '' ? '' : `${likelihood} × ${harm}`
  }
  return [
    ...(placed.length === 0
      ? []
      : [
          { kind: 'risks' as const, risks: placed, axes, alt: `${alt}.`, caption: words.t('plan.leaf.grid') },
        ]),
    {
      kind: 'table',
      caption: words.t('plan.leaf.risks'),
      head: [
        ...['№', labelOf(given, 'risk', 'what'), words.t('plan.leaf.weight')],
        ...columns.map((id) => labelOf(given, 'risk', id)),
      ],
      rows: all.map((line, at) => [
        ...[`${at + 1}`, said(line, 'what'), weightOf(line)],
        ...columns.map((id) => toldOf(given, line, id)),
      ]),
    },
  ]
}

/** A question that nobody answered is shown as open: a funder is not told that no harm is done. */
export function harm(given: PlanGiven): readonly PlanBlock[] {
  const line = oneOf(given.plan, 'harm')
  const questions = (given.sheet.get('harm')?.fields ?? []).filter((one) => one.kind === 'choice')
  const fields = questions.map(({ id }) => {
    const answer = field(given, line, ['harm', id])
    const then = said(line, `${id}-then`)
    return { ...answer, text: then === '' ? answer.text : `${answer.text}. ${then}` }
  })
  return [{ kind: 'fields', title: given.words.t('plan.leaf.harm'), fields }]
}

export const partners = (given: PlanGiven): readonly PlanBlock[] => [
  {
    kind: 'fields',
    title: null,
    fields: ['applicant', 'partners'].map((id) => field(given, oneOf(given.plan, 'front'), ['front', id])),
  },
]

/** What nothing answers to is left out: a number alone tells a funder nothing, and may tell somebody else something. */
export function links(given: PlanGiven): readonly PlanBlock[] {
  const points = linesOf(given.plan, 'link').flatMap((line) => {
    const [to, why] = [given.linked(line), said(line, 'why')]
    return to === null ? [] : [why === '' ? to : `${to.replace(/\.$/, '')}. ${why}`]
  })
  return points.length === 0 ? [] : [{ kind: 'points', points }]
}
