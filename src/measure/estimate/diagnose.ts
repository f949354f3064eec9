/** Tables of lists → what helps to judge any estimate of them: overlaps, shares, pairs, and each list left out in turn. */
import {
  type CaptureTable,
  type Draws,
  overlapOf,
  type SightingTable,
  seenIn,
  timesSeen,
} from '../../core/estimate/capture.ts'
import type { Diagnostics, OneLess, PairEstimate } from '../../core/estimate/result.ts'
import { chao } from './chao.ts'
import { chapman, chapmanPairs, type Pair } from './chapman.ts'

import { dga } from './dga.ts'
import { logNormalInterval } from './lognormal.ts'
import { keepLists } from './overlaps.ts'
import { mix, summarise } from './posterior.ts'
import type { EstimateSettings } from './settings.ts'

export const NO_LISTS: Diagnostics = {
  ...{ seen: 0, draws: 1, times: [], lists: [], overlap: [], pairs: [] },
  ...{ models: [], leaveOneOut: [], sensitivity: [], grid: null, perDraw: [] },
}

/** What is told of one table is told of the first. */
export function diagnose(draws: Draws<SightingTable>, settings: EstimateSettings): Diagnostics {
  const [table] = draws
  const seen = seenIn(table)
  const common = { seen, draws: draws.length, times: timesSeen(table) }
  if (table.kind === 'frequencies') return { ...NO_LISTS, ...common }
  return {
    ...{ ...NO_LISTS, ...common },
    lists: table.lists.map((list, at) => {
      const n = overlapOf(table, 1 << at)
      return { list, n, share: n / seen, alone: table.counts[1 << at] ?? 0 }
    }),
    overlap: table.lists.map((_, a) => table.lists.map((_other, b) => overlapOf(table, (1 << a) | (1 << b)))),
    pairs: chapmanPairs(table).map((pair) => told(pair, table, settings.level)),
    leaveOneOut: table.lists.length < 3 ? [] : leaveOneOut(draws as Draws<CaptureTable>, settings),
  }
}

function told(pair: Pair, { lists }: CaptureTable, level: number): PairEstimate {
  const { n1, n2, both, total, error } = pair
  const seen = n1 + n2 - both
  return {
    lists: [lists[pair.lists[0]] ?? '', lists[pair.lists[1]] ?? ''],
    both,
    estimate: total,
    error,
    interval: logNormalInterval(seen, total - seen, error, level),
  }
}

/** Six lists have eighteen thousand graphs, and each list is left out once. */
const MOST_QUICK = 5

/** Of more lists by Chao’s bound, by dga where three lists or more are left, by Chapman where two are. People on the missing list alone are then unseen. */
function leaveOneOut(draws: Draws<CaptureTable>, settings: EstimateSettings): readonly OneLess[] {
  return draws[0].lists.map((without, out): OneLess => {
    const kept = draws[0].lists.flatMap((_, at) => (at === out ? [] : [at]))
    const fewer = draws.map((table) => keepLists(table, kept))
    const [first = draws[0]] = fewer
    const seen = seenIn(first)
    if (kept.length === 2) {
      const pair = told(chapman(first, [0, 1]), first, settings.level)
      return { without, method: 'chapman', seen, estimate: pair.estimate, interval: pair.interval }
    }
    if (fewer.some((one) => seenIn(one) === 0))
      return { without, method: 'dga', seen, estimate: null, interval: null }
    if (kept.length > MOST_QUICK) {
      const { total, error } = chao(first, 'Mth')
      const interval =
        total === null ? null : logNormalInterval(seen, total - seen, error ?? 0, settings.level)
      return { without, method: 'chao', seen, estimate: total, interval }
    }
    const delta = settings.delta ?? 2 ** -kept.length
    const posteriors = fewer.map((one) => dga(one, { ...settings, grid: null, delta }).posterior)
    const summary = summarise(mix(posteriors), settings.level)
    return { without, method: 'dga', seen, estimate: summary.relative, interval: summary.interval }
  })
}
