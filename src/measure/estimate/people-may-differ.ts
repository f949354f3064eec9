/** A table of lists, the answers that take people for alike in; those whose range leaves out what a model says that is nearly as good and in which people differ, out. */
import { type CaptureTable, type Draws, type SightingTable, seenIn } from '../../core/estimate/capture.ts'
import type { Refused } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { refusedBy, thresholdOf, type Unjudged } from './answer.ts'
import { type Criterion, fitModel, HETEROGENEITY, INDEPENDENCE, pairwiseModels } from './loglinear.ts'
import { isOfAlike } from './people-differ.ts'

/**
 * From a table alone nobody can tell whether people differ in being seen (Link 2003). So an answer is not reported as if they were
 * alike where the model of Darroch and others (1993), in which they differ, is not strongly worse than the best choice of pairs (a
 * criterion less than 6 above it: Raftery 1995) and puts the total above the answer's whole interval.
 */
export function peopleMayDiffer(
  [table]: Draws<SightingTable>,
  answers: readonly Pick<Unjudged, 'method' | 'interval' | 'of'>[],
  criterion: Criterion,
  rules: EstimateRules,
): readonly Refused[] {
  const asked = answers.filter(isOfAlike)
  if (table.kind === 'frequencies' || table.lists.length < 3 || asked.length === 0 || seenIn(table) === 0)
    return []
  const differ = differing(table)
  const [best] = pairwiseModels(table, criterion)
  const [own, other, total] = [differ[criterion], best?.[criterion] ?? null, differ.total]
  const reason = 'estimate.people-may-differ@1'
  if (own === null || other === null || total === null || own - other >= thresholdOf(rules, reason)) return []
  return asked.flatMap(({ method, interval, of }): readonly Refused[] =>
    interval?.[1] == null || total <= interval[1]
      ? []
      : [refusedBy(rules, reason, method, { n: Math.round(total) }, of)],
  )
}

const differing = (table: CaptureTable) =>
  fitModel(table, { ...INDEPENDENCE, extra: HETEROGENEITY.darroch ? [HETEROGENEITY.darroch] : [] })
