/** authorities.yaml and facilities.yaml of a country pack: whom letters and cards go to, how they begin, and what may be sent. */
import { z } from 'zod'
import type { Authority, Facility } from '../core/act/addressee.ts'
import { HELPS } from '../core/tactic.ts'
import { certainty, fullLabels, head, packId as id, listOf, text } from './load-schemas.ts'

const authority = z.strictObject({
  ...{ id, name: fullLabels, salutation: fullLabels },
  ...{ post: z.array(text).min(1).nullable(), mail: z.email().nullable(), hostile: z.boolean() },
  answers: z.strictObject({ workingDays: z.int().positive(), law: text }).nullable(),
  ...{ certainty, source: text.nullable() },
}) satisfies z.ZodType<Authority>
export const authoritiesFile = z.strictObject({ ...head, authorities: listOf(authority) })

const facility = z.strictObject({
  ...{ id, name: fullLabels, for: z.array(z.enum(HELPS)).min(1) },
  rules: listOf(z.strictObject({ id, text: fullLabels, certainty })),
}) satisfies z.ZodType<Facility>
export const facilitiesFile = z.strictObject({ ...head, facilities: listOf(facility) })
