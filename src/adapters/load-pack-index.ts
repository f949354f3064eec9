/** mci.yaml of a country pack: the values fines are counted in, no two on one day. */
import { z } from 'zod'
import type { IndexValue } from '../core/pack.ts'
import { certainty, head, isoDay, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const indexValue = z
  .strictObject({
    from: isoDay,
    to: isoDay.nullable(),
    amount: z.number().positive(),
    certainty,
    source: text.nullable(),
  })
  .refine((one) => one.to === null || one.from <= one.to, {
    message: 'ends before it begins',
    path: ['to'],
  }) satisfies z.ZodType<IndexValue>

/** Two values on one day would make a fine worth two sums; a day with none has no known value, which is allowed. */
export const indexFile = withChecks(
  z.strictObject({ ...head, values: listOf(indexValue, 'from') }),
  (file, tell) => {
    const values = rowsOf(file, 'values')
      .map((one, index) => ({ from: String(one.from), to: String(one.to ?? '9999-12-31'), index }))
      .sort((a, b) => (a.from < b.from ? -1 : 1))
    values.forEach((one, order) => {
      const before = values[order - 1]
      if (before && one.from <= before.to)
        tell(`overlaps the value from ${before.from} to ${before.to}`, ['values', one.index, 'from'])
    })
  },
)
