/** A table of lists → the pairs that share too few people for anything to be told from them. */
import { type CaptureTable, type Draws, overlapOf } from '../../core/estimate/capture.ts'
import type { Method, Refused } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { refusedBy, thresholdOf } from './answer.ts'
import { pairsOf } from './graphs.ts'

/** In several tables the fewest count: an estimate stands on the weakest of them. */
export function thinOverlaps(
  draws: Draws<CaptureTable>,
  rules: EstimateRules,
  method: Method,
): readonly Refused[] {
  const { lists } = draws[0]
  const few = 'estimate.overlap-few@1'
  const shared = pairsOf(lists.length)
    .map(([a, b]) => ({
      pair: `${lists[a] ?? ''} × ${lists[b] ?? ''}`,
      n: Math.min(...draws.map((table) => overlapOf(table, (1 << a) | (1 << b)))),
    }))
    .filter(({ n }) => n < thresholdOf(rules, few))
  const told = (reason: string, pairs: typeof shared): readonly Refused[] =>
    pairs.length === 0
      ? []
      : [refusedBy(rules, reason, method, { pair: pairs.map((one) => one.pair).join(', '), n: pairs.length })]
  return [
    ...told(
      'estimate.overlap-zero@1',
      shared.filter(({ n }) => n === 0),
    ),
    ...told(
      few,
      shared.filter(({ n }) => n > 0),
    ),
  ]
}

/** A list that has nobody tells nothing and takes no part. */
export function withoutEmptyLists(table: CaptureTable): CaptureTable {
  const kept = table.lists.flatMap((_, at) => (overlapOf(table, 1 << at) > 0 ? [at] : []))
  return keepLists(table, kept)
}

/** The same people on fewer lists; whoever was on none of these is no longer seen. */
export function keepLists(table: CaptureTable, kept: readonly number[]): CaptureTable {
  if (kept.length === table.lists.length) return table
  const counts = Array.from({ length: 2 ** kept.length }, () => 0)
  table.counts.forEach((one, history) => {
    const less = kept.reduce((sum, at, place) => sum | (((history >> at) & 1) << place), 0)
    if (less > 0) counts[less] = (counts[less] ?? 0) + one
  })
  return { kind: 'histories', lists: kept.map((at) => table.lists[at] ?? ''), counts }
}
