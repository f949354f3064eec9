/** The answers of the read API, as schemas around those of records. */
import { z } from 'zod'
import { codeSchema, incidentSchema, measureSchema, proceedingSchema } from './schemas.ts'

const next = z.string().nullable().describe('Mark to go on from; null: there is no more')

export const homeSchema = z.object({
  name: z.string(),
  licence: z.object({ name: z.string(), title: z.string(), path: z.string() }),
  description: z.string().describe('Address of this description'),
  data: z.string().describe('Page about the data, for people'),
})
export const countriesSchema = z.object({
  countries: z.array(
    z.object({
      id: z.string(),
      name: z.object({ en: z.string(), ru: z.string().nullable(), kk: z.string().nullable() }),
      periods: z.array(z.object({ period: z.string(), incidents: z.number().int() })),
    }),
  ),
})
export const incidentsSchema = z.object({ incidents: z.array(incidentSchema), next })
export const incidentAnswerSchema = z.object({
  incident: incidentSchema,
  independentSources: z.number().int(),
  proceedings: z.array(proceedingSchema),
})
export const proceedingsSchema = z.object({ proceedings: z.array(proceedingSchema), next })
export const proceedingAnswerSchema = z.object({ proceeding: proceedingSchema })
export const measuresSchema = z.object({ measures: z.array(measureSchema) })
export const codebookSchema = z.object({
  version: z.string(),
  lists: z.record(z.string(), z.array(codeSchema)),
})
export const errorSchema = z.object({
  status: z.number().int(),
  code: z.string().describe('Of the first fault; see the list of errors'),
  messages: z.object({ en: z.array(z.string()), ru: z.array(z.string()), kk: z.array(z.string()) }),
  faults: z.array(z.object({ code: z.string(), where: z.string().nullable() })),
})

/** What a schema describes, as our own data has it: nothing in it is changed. */
type Plain<T> = T extends readonly (infer U)[]
  ? readonly Plain<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T
export type Answer<S extends z.ZodType> = Plain<z.infer<S>>
