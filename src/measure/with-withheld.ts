/** The measures of a whole year and its margin → the one total that allows for records held back. */
import type { Margin } from '../core/margin.ts'
import { type Measure, WITH_WITHHELD } from '../core/measure.ts'

/**
 * Opens to the public rows alone. Never for a quarter, a month or a slice: two such numbers over the same records could be
 * taken from each other. Where nothing is public there is no total either, so that it does not tell of a year by itself.
 */
export function withWithheld(measures: readonly Measure[], margin: Margin): readonly Measure[] {
  const all = measures.find((one) => one.method === 'count.incidents@1' && one.slice === null)
  if (!all || !/^\d{4}$/.test(all.period)) return []
  const { low, high } = margin
  const claimed = all.claimed === null || high === null ? null : all.claimed + high
  return [{ ...all, method: WITH_WITHHELD, certain: all.certain + low, claimed }]
}
