/** Two lists → Chapman's estimate of the total, with its error. */
import { type CaptureTable, overlapOf } from '../../core/estimate/capture.ts'
import { pairsOf } from './graphs.ts'

export type Pair = {
  readonly lists: readonly [number, number]
  readonly n1: number
  readonly n2: number
  readonly both: number
  readonly total: number
  readonly error: number
  /** n1·n2/m without the correction for small numbers (Lincoln and Petersen); null where nobody is on both. */
  readonly uncorrected: number | null
}

/**
 * N = (n1+1)(n2+1)/(m+1) − 1; variance (n1+1)(n2+1)(n1−m)(n2−m)/((m+1)²(m+2)) (Chapman 1951; Seber 1970). Lists that tend to
 * have the same people make it too small, which is why it is at best a bound.
 */
export function chapman(table: CaptureTable, lists: readonly [number, number]): Pair {
  const [a, b] = [1 << lists[0], 1 << lists[1]]
  const [n1, n2, both] = [overlapOf(table, a), overlapOf(table, b), overlapOf(table, a | b)]
  const top = (n1 + 1) * (n2 + 1)
  return {
    ...{ lists, n1, n2, both },
    total: top / (both + 1) - 1,
    error: Math.sqrt((top * (n1 - both) * (n2 - both)) / ((both + 1) ** 2 * (both + 2))),
    uncorrected: both === 0 ? null : (n1 * n2) / both,
  }
}

export const chapmanPairs = (table: CaptureTable): readonly Pair[] =>
  pairsOf(table.lists.length).map((pair) => chapman(table, pair))
