/** The parts of a decision that say who may read what, for how long, and who was asked: their shapes, and faults that no shape shows. */
import { z } from 'zod'
import type { Decided, DecideIncident } from '../core/decided.ts'
import type { Fault } from '../core/faults.ts'
import { parsePartialDate } from '../core/partial-date.ts'
import { SHOW_LEVELS } from '../core/person.ts'
import { AUDIENCES, narrower, TIERS } from '../core/tier.ts'
import { FIELDS } from '../core/values.ts'

const words = z.string().trim().min(1)

/** The kind says how a record is counted: a record without it would be counted wrongly. */
export const fieldTiers = z
  .array(
    z.strictObject({
      field: z
        .enum(FIELDS)
        .refine((field) => field !== 'kind', 'the kind is never held back by itself: hold back the record'),
      value: z.enum(TIERS),
      why: words,
    }),
  )
  .refine((tiers) => new Set(tiers.map((one) => one.field)).size === tiers.length, 'a field is there twice')

/** To whom a basis holds. */
export const basisAudience = {
  to: z.enum(AUDIENCES).optional(),
  beyond: z.enum(SHOW_LEVELS).optional(),
  givenOn: z.iso.date().optional(),
}

type WithLevels = {
  readonly level: (typeof SHOW_LEVELS)[number]
  readonly beyond?: WithLevels['level'] | undefined
}
export const isNoWiderBeyond = ({ level, beyond = 'never' }: WithLevels): boolean =>
  SHOW_LEVELS.indexOf(beyond) <= SHOW_LEVELS.indexOf(level)

/** What every line says of who decided it. */
export type WhoShape = {
  readonly by: z.ZodString
  readonly at: z.ZodISODateTime
  readonly why: z.ZodOptional<z.ZodString>
}

export const reply = (who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({
      record: z.literal('reply'),
      ...who,
      id,
      asked: z
        .strictObject({ on: z.iso.date(), of: words, how: words, until: z.iso.date().optional() })
        .optional(),
      answer: z.strictObject({ on: z.iso.date(), words }).optional(),
      notAsked: words.optional(),
    })
    .refine(isAskedOrNot, 'either asked, or notAsked with its reason')
    .refine(isAnswerToSomething, 'an answer needs what was asked')

const isAskedOrNot = (one: object): boolean =>
  ('asked' in one && one.asked !== undefined) !== ('notAsked' in one && one.notAsked !== undefined)
const isAnswerToSomething = (one: object): boolean =>
  !('answer' in one) || one.answer === undefined || ('asked' in one && one.asked !== undefined)

export const retention = (who: WhoShape, id: z.ZodString) =>
  z.strictObject({ record: z.literal('retention'), ...who, id, until: z.iso.date(), why: words })

/** Days on which something was asked, answered or agreed: none may lie in the future. */
export function daysOfWithholding(decided: Decided): readonly string[] {
  if (decided.record === 'reply')
    return [decided.asked?.on, decided.answer?.on].filter((day) => day !== undefined)
  return decided.record === 'person' && decided.basis?.givenOn !== undefined ? [decided.basis.givenOn] : []
}

/** An id is public for ever: one that tells the day would give away a date that is held back. */
export function faultsOfWithholding(decided: Decided, where: string): readonly Fault[] {
  if (
    decided.record === 'reply' &&
    decided.asked?.until !== undefined &&
    decided.asked.until < decided.asked.on
  )
    return [fault(where, 'asked.until: before the day of asking')]
  return decided.record === 'incident' && holdsDate(decided) && tellsDate(decided)
    ? [fault(where, 'tiers: the id tells the date that is held back; record it under an id without a date')]
    : []
}

const fault = (where: string, problem: string): Fault => ({ code: 'input.value', where, params: { problem } })

const holdsDate = ({ tiers = [] }: DecideIncident): boolean =>
  tiers.some((one) => one.field === 'date' && narrower(one.value, 'public') !== 'public')

function tellsDate({ id, date }: DecideIncident): boolean {
  const bounds = date === null ? null : parsePartialDate(date)
  return [bounds?.from, bounds?.to].some((day) => day && id.includes(day.slice(0, 4)))
}
