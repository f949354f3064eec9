/** A line of entries of a plan in, a checked line out: its part of the schema of decisions. */
import { z } from 'zod'
import type { PlanEntry } from '../core/plan/entry.ts'
import { entryIn, isTooLong, MOST_ENTRIES } from '../core/plan/file.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const entry = z.unknown().transform((read, told): PlanEntry => {
  const one = entryIn(read)
  if (one && !isTooLong(one)) return one
  told.addIssue({ code: 'custom', message: 'not an entry of a plan' })
  return z.NEVER
})

export const planEntries = (who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({
      ...{ record: z.literal('plan'), ...who, id },
      entries: z.array(entry).min(1).max(MOST_ENTRIES),
    })
    .refine((one) => one.entries.every(({ plan }) => plan === one.id), 'entries: of another plan')
