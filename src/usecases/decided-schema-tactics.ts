/** A line of a group's own tactic in, a checked line out: its part of the schema of decisions. */
import { z } from 'zod'
import { HELPS, TACTIC_COSTS } from '../core/tactic.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const words = z.string().trim().min(1).max(2000)
const labels = z.strictObject({ en: words, ru: words.nullable(), kk: words.nullable() })
const fromTo = z
  .strictObject({ from: z.int().min(0).max(1_000_000), to: z.int().positive().max(1_000_000).nullable() })
  .refine(({ from, to }) => to === null || to >= from, 'the end is before the beginning')

export const tactic = (who: WhoShape, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('tactic'),
    ...who,
    id,
    tactic: z
      .strictObject({
        ...{ name: labels, what: labels, cost: z.enum(TACTIC_COSTS), people: fromTo, hours: fromTo },
        for: z.array(z.enum(HELPS)).min(1),
        questions: z.array(labels).min(1).max(20),
        evidence: z
          .array(z.strictObject({ found: z.boolean(), text: labels, source: words.nullable() }))
          .min(1)
          .max(20)
          .refine(
            (all) => all.every((one) => !one.found || one.source !== null),
            'what was found has a source',
          ),
      })
      .nullable(),
    public: z.boolean(),
  })
