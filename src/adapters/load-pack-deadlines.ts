/** deadlines.yaml of a country pack: what runs out when, days on which nobody works, clocks; every fault with its place. */
import { z } from 'zod'
import { DEADLINE_KINDS, type Deadlines, UNITS } from '../core/deadlines/deadline.ts'
import { STAGES } from '../core/decided.ts'
import { PENALTY_TYPES } from '../core/values.ts'
import { certainty, fullLabels, head, isoDay, listOf, packId, text } from './load-schemas.ts'

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
const zone = text.refine(isZone, 'no name of the tz database')
const rule = z.strictObject({
  id: z.string().regex(/^deadline\.[a-z-]+@\d+$/, 'deadline.name@version'),
  kind: z.enum(DEADLINE_KINDS),
  after: z.union([
    z.strictObject({ stage: z.enum(STAGES), penalty: z.enum(PENALTY_TYPES).optional() }),
    z.strictObject({ assistance: text }),
  ]),
  for: z.int().positive(),
  unit: z.enum(UNITS),
  moves: z.boolean(),
  ends: z.array(z.enum(STAGES)),
  ...{ party: fullLabels, what: fullLabels },
  law: z.strictObject({ provision: packId.nullable(), text }),
  source: text.nullable(),
  certainty,
  example: text,
})
const fixed = z.strictObject({
  day: z.string().regex(/^\d\d-\d\d$/, 'a month and a day, such as 03-21'),
  name: fullLabels,
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  carries: z.boolean(),
})
export const deadlinesFile = z.strictObject({
  ...head,
  rules: listOf(rule),
  holidays: z.strictObject({
    certainty,
    fixed: listOf(fixed, null),
    moving: listOf(z.strictObject({ day: isoDay, name: fullLabels }), 'day'),
  }),
  zones: z.strictObject({ else: zone, of: z.record(packId, zone) }),
})

export const deadlinesFrom = ({ rules, holidays, zones }: z.infer<typeof deadlinesFile>): Deadlines => ({
  ...{ rules: rules as Deadlines['rules'], holidays, zones },
})
