/** The line that says who looked where and when: its shape. */
import { z } from 'zod'
import { LOOKED } from '../core/decided.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

export const coverage = (who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({
      record: z.literal('coverage'),
      ...who,
      id,
      country: z.string().length(2),
      collector: z.string().trim().min(1).max(120),
      region: z.string().min(1).max(60).optional(),
      from: z.iso.date(),
      to: z.iso.date(),
      looked: z.enum(LOOKED),
    })
    .refine((one) => one.from <= one.to, 'to: the time ends before it begins')
