/** What can be asked of the read API in its query: the filters of the site, and how much at a time. */
import { z } from 'zod'
import { FACETS } from '../../core/measure.ts'

/** Records of one answer. */
export const MOST_AT_ONCE = 200
export const USUAL_AT_ONCE = 50

const values = z.string().regex(/^[\w.,-]{1,400}$/)
const WORDS: Readonly<Record<(typeof FACETS)[number], string>> = {
  act: 'What was done: ids of the code book, several joined by commas mean any of them',
  law: 'Ids of provisions of the country pack',
  region: 'ISO 3166-2, `country`, or `unknown`',
  freedom: 'Ids of the code book',
  month: 'YYYY-MM',
  penalty: 'Kinds of penalty',
  kind: 'Kinds of record; without it, aggregates are left out, since they repeat single records',
}
const facets = Object.fromEntries(
  FACETS.map((facet) => [facet, values.optional().describe(WORDS[facet])]),
) as Record<(typeof FACETS)[number], z.ZodOptional<typeof values>>

export const country = z
  .string()
  .regex(/^[a-z]{2}$/)
  .describe('Id of a country pack, such as kz')
export const period = z
  .string()
  .regex(/^\d{4}(-q[1-4])?$/)
  .describe('A year or a quarter: 2020, 2020-q1')
const page = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_AT_ONCE)
    .default(USUAL_AT_ONCE)
    .describe('Records at most; an answer can hold fewer and still have a `next`'),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,200}$/)
    .optional()
    .describe('The `next` of the answer before'),
}

export const incidentsAsked = z.strictObject({
  country: country.optional(),
  period: period.optional(),
  ...facets,
  from: z.iso.date().optional().describe('Wholly on or after this day'),
  to: z.iso.date().optional().describe('Wholly on or before this day'),
  ...page,
})
export const proceedingsAsked = z.strictObject({ ...page })
export const measuresAsked = z.strictObject({ country, period: period.optional() })
export const nothingAsked = z.strictObject({})

export type IncidentsAsked = z.infer<typeof incidentsAsked>
export type ProceedingsAsked = z.infer<typeof proceedingsAsked>
export type MeasuresAsked = z.infer<typeof measuresAsked>
