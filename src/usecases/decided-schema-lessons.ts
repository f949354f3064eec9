/** Lines about lessons in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import type { Decided } from '../core/decided.ts'
import { kitIdFrom, TALLY_METHODS } from '../core/teach/tally.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const learners = z.number().int().min(0).max(1_000_000).nullable()

export const lessonTally = (who: WhoShape) =>
  z
    .strictObject({
      record: z.literal('lesson-tally'),
      ...who,
      id: z.string().refine((one) => kitIdFrom(one) !== null, 'a kit, such as kz/satire'),
      tally: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/, 'the name of a report, such as t-2026-11-a'),
      ...{ from: z.iso.date(), to: z.iso.date() },
      lessons: z.number().int().min(0).max(100_000),
      ...{ low: learners, best: learners, high: learners },
      method: z.enum(TALLY_METHODS),
    })
    .refine((one) => one.to >= one.from, { message: 'to: before the first lesson', path: ['to'] })
    .refine(
      ({ low, best, high }) => {
        const said = [low, best, high].filter((one) => one !== null)
        return said.every((one, at) => at === 0 || one >= (said[at - 1] ?? 0))
      },
      { message: 'low, best and high: in this order', path: ['high'] },
    )

/** Days that lie in the past. */
export const daysOfLessons = (decided: Decided): readonly string[] =>
  decided.record === 'lesson-tally' ? [decided.from, decided.to] : []
