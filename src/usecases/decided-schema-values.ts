/** The values of an incident as a coder writes them, field by field: their shapes. */
import { z } from 'zod'
import type { Codebook } from '../core/codebook.ts'
import { parsePartialDate } from '../core/partial-date.ts'
import { FIELDS, FREEDOMS, INCIDENT_KINDS, LAW_CODES, PENALTY_TYPES, QUALIFIERS } from '../core/values.ts'

export const recordId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,80}$/, 'an id is lower-case letters, digits and hyphens')
/** The id of an incident is public: it may hold a country, a date and letters, and no word that could be a name. */
export const incidentId = z
  .string()
  .regex(
    /^[a-z]{2}(-(?:[a-z]{1,2}|[a-z]{0,3}\d[a-z\d]{0,7}))+$/,
    'an incident is called country-date-letter, such as kz-2020-02-17-a',
  )
export const claimId = z.string().regex(/^c-[0-9a-f]{20}$/, 'not a claim')
export const partialDate = z
  .string()
  .refine((text) => parsePartialDate(text) !== null, 'not a date (2020, 2020-03, 2020-03-18 or a..b)')
const count = z.number().int().min(0).nullable()
export const law = {
  code: z.enum(LAW_CODES),
  article: z.string().optional(),
  part: z.string().optional(),
  name: z.string().optional(),
}
export const penalty = z.strictObject({
  type: z.enum(PENALTY_TYPES),
  days: z.number().positive().optional(),
  months: z.number().positive().optional(),
  years: z.number().positive().optional(),
  amount: z.number().positive().optional(),
  currency: z.string().length(3).optional(),
  min: z.number().positive().optional(),
  max: z.number().positive().optional(),
  unit: z.string().optional(),
  who: z.array(z.string()).optional(),
})
export const evidence = z
  .array(
    z.strictObject({
      field: z.enum(FIELDS),
      index: z.number().int().min(0),
      words: z.string().trim().min(1),
    }),
  )
  .optional()

/** The values of a record, field by field. */
export const lists = (codebook: Codebook) => ({
  kind: z.enum(INCIDENT_KINDS),
  freedoms: z.array(z.enum(FREEDOMS)),
  date: partialDate.nullable(),
  other_dates: z.array(partialDate).optional(),
  places: z.array(z.string().min(1)),
  people: z.array(
    z
      .strictObject({
        id: recordId.optional(),
        name: z.string().min(1).optional(),
        role: z.string().optional(),
        harmed: z.union([z.boolean(), z.literal('actor')]),
      })
      .refine((one) => one.id !== undefined || one.name !== undefined, 'a person needs an id or a name'),
  ),
  organisations: z.array(z.string()).optional(),
  groups: z.array(
    z.strictObject({ what: z.string().optional(), min: count, max: count, qualifier: z.enum(QUALIFIERS) }),
  ),
  acts: z.array(z.string().refine((act) => codebook.acts.has(act), 'no such act in the codebook')),
  laws: z.array(z.strictObject(law)),
  offences: z.array(z.string()).optional(),
  penalties: z.array(penalty),
  actors: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  outcome: z.string().nullable().optional(),
})
