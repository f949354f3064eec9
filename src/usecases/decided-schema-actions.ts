/** The line by which staff strike out actions, let them count, take that back or switch something: its shape. */
import { z } from 'zod'
import { ONLINE_KINDS } from '../core/act/actions.ts'
import { ACTION_SWITCHES } from '../core/act/rulings.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const id = z.string().regex(/^rul-[0-9a-f]{12}$/, 'not a ruling')
const campaign = z.string().regex(/^[a-z0-9-]{1,80}$/, 'not a campaign')
const of = z.strictObject({
  kinds: z.array(z.enum(ONLINE_KINDS)).min(1).optional(),
  countries: z
    .array(
      z
        .string()
        .regex(/^[a-z]{2}$/, 'a country is two small letters, such as kz')
        .nullable(),
    )
    .min(1)
    .optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cohorts: z
    .array(z.string().regex(/^[\w-]{10}$/, 'not a group'))
    .min(1)
    .max(500)
    .optional(),
})
const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invalid'), campaign, of }),
  z.strictObject({ kind: z.literal('release'), campaign, of }),
  z.strictObject({ kind: z.literal('lift'), ruling: id }),
  z.strictObject({ kind: z.literal('switch'), switch: z.enum(ACTION_SWITCHES), on: z.boolean() }),
])

export const actionRuling = ({ by, at }: WhoShape) =>
  z.strictObject({
    ...{ record: z.literal('action-ruling'), by, at, id, body },
    // Whoever reads it later must know why: the number of a campaign rests on it.
    why: z.string().trim().min(3).max(2000),
  })
