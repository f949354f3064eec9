/** The shape of codebook/watch.yaml, from plain YAML values to the checked rules of the watchlist. */
import { z } from 'zod'
import type { WatchRules } from '../core/rating/watch.ts'
import { fullLabels, head, listOf, text } from './load-schemas.ts'

const rule = {
  id: z.string().regex(/^watch\.[a-z-]+@\d+$/, 'written watch.x@1'),
  reason: fullLabels,
  example: text,
}
const months = z.int().min(1).max(120)

/** `acts` null: the acts themselves could not be read, and say so. */
export const watchFile = (acts: ReadonlyMap<string, unknown> | null) =>
  z.strictObject({
    ...head,
    id: text,
    methodVersion: z.string().regex(/^\d+\.\d+\.\d+$/, 'written 1.0.0'),
    change: z
      .strictObject({
        ...rule,
        ...{ baseline: months, run: months, ratio: z.number().gt(1), allowance: z.number().gt(1) },
        ...{ limit: z.number().positive(), leastExpected: z.number().min(0) },
      })
      .refine((one) => Math.abs(one.allowance - (one.ratio - 1) / Math.log(one.ratio)) < 0.001, {
        message: 'allowance is (ratio - 1) / ln ratio',
        path: ['allowance'],
      }),
    fall: z.strictObject({
      ...rule,
      ...{ points: z.number().positive(), months, certain: z.number().min(0).max(1) },
    }),
    trigger: z.strictObject({
      ...rule,
      months,
      acts: listOf(
        z.strictObject({
          act: z.string().refine((one) => acts?.has(one) ?? true, 'no such act in the codebook'),
          least: z.int().min(1),
        }),
        'act',
      ),
    }),
    alert: z.strictObject({ ...rule, months }),
    signal: z.strictObject({ ...rule, least: z.int().min(1).max(4), stays: months }),
  })

export const watchFrom = ({
  version: _version,
  reviewedBy: _reviewed,
  ...rules
}: z.infer<ReturnType<typeof watchFile>>): WatchRules => rules
