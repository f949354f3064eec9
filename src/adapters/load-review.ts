/** The shape of codebook/review.yaml, from plain YAML values to the checked rules of the queue and of second reading. */
import { z } from 'zod'
import { DOUBTS, type ReviewRules } from '../core/review-rules.ts'
import { PENALTY_TYPES } from '../core/values.ts'
import { head, isoDay, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const told = { reason: labels, example: text }
const queue = z.strictObject({
  id: z.string().regex(/^queue\.[a-z0-9-]+@\d+$/, 'written queue.x@1'),
  doubt: z.enum(DOUBTS),
  ...told,
})
const secondFor = (acts: ReadonlyMap<string, unknown> | null) =>
  z.strictObject({
    id: z.string().regex(/^second\.[a-z0-9-]+@\d+$/, 'written second.x@1'),
    before: z.boolean(),
    when: z.union([
      z.strictObject({
        act: z
          .array(z.string().refine((act) => acts?.has(act) ?? true, 'no such act in the codebook'))
          .min(1),
      }),
      z.strictObject({ penalty: z.array(z.enum(PENALTY_TYPES)).min(1) }),
      z.strictObject({ harmed: z.array(z.literal([true, false, 'actor'])).min(1) }),
      z.strictObject({ one_in: z.int().min(1) }),
    ]),
    ...told,
  })

/** `acts` null: the acts themselves could not be read, and say so. */
export const reviewFile = (acts: ReadonlyMap<string, unknown> | null) =>
  withChecks(
    z.strictObject({
      ...head,
      queue: listOf(queue, 'doubt'),
      second_since: isoDay,
      second: listOf(secondFor(acts)),
    }),
    (file, tell) => {
      const known = rowsOf(file, 'queue').map((one) => one.doubt)
      for (const doubt of DOUBTS)
        if (!known.includes(doubt)) tell(`nothing says where "${doubt}" stands`, ['queue'])
      rowsOf(file, 'second').forEach((one, index) => {
        const when = typeof one.when === 'object' && one.when !== null ? one.when : {}
        if ('one_in' in when && one.before === true)
          tell('a sample does not hold a record up', ['second', index, 'before'])
      })
    },
  )

export const reviewFrom = (file: z.infer<ReturnType<typeof reviewFile>>): ReviewRules => ({
  queue: file.queue,
  second: file.second,
  secondSince: file.second_since,
})
