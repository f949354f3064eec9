/** Problem, its tree, goal and objectives of a plan in, what an application says of them out. */
import { labelIn } from '../../core/language.ts'
import type { PlanBlock, PlanNode } from '../../core/plan/application.ts'
import { linesOf, oneOf, type PlanLine, said } from '../../core/plan/plan.ts'
import { field, labelOf, missing, nameOf, type PlanGiven, tableOf, toldOf } from './given.ts'

export function problem(given: PlanGiven): readonly PlanBlock[] {
  const line = oneOf(given.plan, 'problem')
  const what = said(line, 'what')
  const fields = ['who', 'evidence'].map((id) => field(given, line, ['problem', id]))
  return [
    what === '' ? missing(given) : { kind: 'text', text: what },
    { kind: 'fields', title: null, fields },
  ]
}

/** Lines that name each other in a ring have no place below the problem: they stand as if they named nothing. */
function nodesOf(lines: readonly PlanLine[]): readonly PlanNode[] {
  const placed = new Set<string>()
  const nodeOf = (line: PlanLine): PlanNode => {
    placed.add(line.id)
    const under = lines
      .filter((one) => said(one, 'under') === line.id && !placed.has(one.id))
      .map((one) => nodeOf(one))
    return { text: said(line, 'text'), under }
  }
  const ids = new Set(lines.map((one) => one.id))
  const tops = lines.filter((one) => !ids.has(said(one, 'under'))).map(nodeOf)
  return [...tops, ...lines.flatMap((one) => (placed.has(one.id) ? [] : [nodeOf(one)]))]
}

const inWords = (nodes: readonly PlanNode[]): string =>
  nodes.map(({ text, under }) => (under.length === 0 ? text : `${text} (${inWords(under)})`)).join('; ')

export function tree(given: PlanGiven): readonly PlanBlock[] {
  const { plan, sheet, words } = given
  const [roots, branches] = [nodesOf(linesOf(plan, 'cause')), nodesOf(linesOf(plan, 'effect'))]
  if (roots.length + branches.length === 0) return []
  const what = said(oneOf(plan, 'problem'), 'what')
  const label = (part: string): string => {
    const known = sheet.get(part)
    return known ? labelIn(known.label, words.language).text : part
  }
  const parts = [
    ...(roots.length === 0 ? [] : [`${label('cause')}: ${inWords(roots)}`]),
    ...(branches.length === 0 ? [] : [`${label('effect')}: ${inWords(branches)}`]),
  ]
  return [
    {
      kind: 'tree',
      problem: what === '' ? label('problem') : what,
      ...{ roots, branches, alt: `${parts.join('. ')}.`, caption: words.t('plan.leaf.tree') },
    },
  ]
}

export function goal(given: PlanGiven): readonly PlanBlock[] {
  const text = said(oneOf(given.plan, 'goal'), 'text')
  return [text === '' ? missing(given) : { kind: 'text', text }]
}

export const objectives = (given: PlanGiven): readonly PlanBlock[] => [
  tableOf(given, linesOf(given.plan, 'objective'), [
    ...(['objective', given.words.t('plan.leaf.objectives'), ['what', 'why', 'how', 'by']] as const),
  ]),
]

/** Each objective with what it is measured by; one that has no indicator keeps its row. */
export function frame(given: PlanGiven): readonly PlanBlock[] {
  const { plan, words } = given
  const columns = ['what', 'baseline', 'target', 'means'] as const
  const objectives = linesOf(plan, 'objective')
  if (objectives.length === 0) return [missing(given)]
  const rows = objectives.flatMap((objective) => {
    const own = linesOf(plan, 'indicator').filter((one) => said(one, 'objective') === objective.id)
    const cells = (line: PlanLine | undefined): readonly string[] =>
      columns.map((id) => toldOf(given, line, id))
    return (own.length === 0 ? [undefined] : own).map((one) => [nameOf(given, objective), ...cells(one)])
  })
  const head = [
    ...[labelOf(given, 'indicator', 'objective'), ...columns.map((id) => labelOf(given, 'indicator', id))],
  ]
  return [{ kind: 'table', caption: words.t('plan.leaf.frame'), head, rows }]
}
