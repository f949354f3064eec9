/** Months of an invented country with known truth: chance events at a given rate for each report, from a seed. */
import type { MonthRow } from '../../core/rating/rows.ts'
import { chanceFrom } from '../rate/chance.ts'

export type Truth = {
  /** Incidents for each report. */
  readonly rate: number
  readonly effort: (at: number) => number
  /** From this month on, so many times as many. */
  readonly change: { readonly at: number; readonly times: number } | null
  /** 1: chance events; more: months differ more than that (gamma mixture). */
  readonly spread: number
}

/** One freedom tells all; the others are silent. */
export function simulated(months: number, truth: Truth, seed: number): readonly MonthRow[] {
  const { uniform } = chanceFrom(seed)
  const exponential = (): number => -Math.log(1 - uniform())
  /** Knuth's: events until their waiting times pass the mean. */
  const poisson = (mean: number): number => {
    let n = 0
    for (let waited = exponential(); waited < mean; waited += exponential()) n += 1
    return n
  }
  /** Whole shape: the sum of as many waiting times. Variance of the count is `spread` times its mean. */
  const mixed = (mean: number): number => {
    const shape = Math.round(mean / (truth.spread - 1))
    return shape < 1
      ? mean
      : (Array.from({ length: shape }, exponential).reduce((a, b) => a + b, 0) * mean) / shape
  }
  const none = { association: 0, assembly: 0, expression: 0, other: 0 }
  return Array.from({ length: months }, (_, at): MonthRow => {
    const effort = truth.effort(at)
    const times = truth.change !== null && at >= truth.change.at ? truth.change.times : 1
    const mean = truth.rate * effort * times
    const n = poisson(truth.spread > 1 ? mixed(mean) : mean)
    const month = `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    const counts = { ...none, assembly: n }
    return { month, effort, incidents: counts, weighed: counts, good: none }
  })
}
