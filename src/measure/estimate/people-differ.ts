/** A table of lists → whether it is told better by people who differ in being seen than by lists that depend on each other. */
import { type CaptureTable, type Draws, type SightingTable, seenIn } from '../../core/estimate/capture.ts'
import type { Method, Refused } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { refusedBy } from './answer.ts'
import { PAIRS } from './by-loglinear.ts'
import { type Criterion, fitModel, HETEROGENEITY, INDEPENDENCE, pairwiseModels } from './loglinear.ts'

/** Methods in which all people are alike but for the lists. */
const ALIKE: readonly Method[] = ['loglinear-independence', 'loglinear', 'dga']

/** Of the answers of one method, the one that takes people for alike. */
export const isOfAlike = ({ method, of }: { readonly method: Method; readonly of: string | null }): boolean =>
  ALIKE.includes(method) && (of === null || of === PAIRS)

/**
 * One column of heterogeneity against the best choice of pairs, by the criterion. In simulated worlds it speaks in two of a
 * hundred where people are alike, and in seven of ten where some are seen several times as readily as others.
 */
export function peopleDiffer(
  [table]: Draws<SightingTable>,
  methods: readonly Method[],
  criterion: Criterion,
  rules: EstimateRules,
): readonly Refused[] {
  const asked = ALIKE.filter((one) => methods.includes(one))
  if (table.kind === 'frequencies' || table.lists.length < 3 || asked.length === 0 || seenIn(table) === 0)
    return []
  const [best] = pairwiseModels(table, criterion)
  const least = Math.min(...Object.values(HETEROGENEITY).map((column) => worthOf(table, column, criterion)))
  if (least >= (best?.[criterion] ?? Number.NEGATIVE_INFINITY)) return []
  return asked.map((method) =>
    refusedBy(rules, 'estimate.people-differ@1', method, {}, method === 'loglinear' ? PAIRS : null),
  )
}

const worthOf = (table: CaptureTable, column: (times: number) => number, criterion: Criterion): number =>
  fitModel(table, { ...INDEPENDENCE, extra: [column] })[criterion] ?? Number.POSITIVE_INFINITY
