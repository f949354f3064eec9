/** The shape of codebook/margins.yaml, from plain YAML values to the checked ranges that a margin can take. */
import { z } from 'zod'
import type { Margin } from '../core/margin.ts'
import { head, listOf, rowsOf, withChecks } from './load-schemas.ts'

const range = z.strictObject({
  low: z.int().nonnegative(),
  high: z.int().positive().nullable(),
}) satisfies z.ZodType<Margin>

/** Narrower ranges, or ranges that hardly overlap, would let a few records move a public number. */
const LEAST_WIDTH = 10
const LEAST_OVERLAP = 3

export const marginsFile = withChecks(z.strictObject({ ...head, ranges: listOf(range) }), (file, tell) => {
  const ranges = rowsOf(file, 'ranges') as readonly Partial<Margin>[]
  if (ranges[0]?.low !== 0) tell('the first range must begin at 0', ['ranges', 0, 'low'])
  ranges.forEach(({ low = 0, high = null }, index) => {
    const next = ranges[index + 1]
    if ((high === null) !== (next === undefined))
      tell('the last range, and no other, has no upper end', ['ranges', index, 'high'])
    if (high === null) return
    if (high - low < LEAST_WIDTH) tell(`a range holds at least ${LEAST_WIDTH} numbers`, ['ranges', index])
    const overlap = high - (next?.low ?? low) + 1
    if (next && (overlap < LEAST_OVERLAP || (next.low ?? 0) <= low))
      tell(`a range begins at least ${LEAST_OVERLAP} numbers before the one below it ends`, [
        'ranges',
        index + 1,
      ])
  })
})
