/** The bundle of a rating, a JSON file, → the rows and the method it was made with, or every fault in it. */
import { z } from 'zod'
import { ASPECTS, BEST, FORM_SOURCES, type RatingMethod, SOURCES } from '../core/rating/method.ts'
import { BUNDLE_FORMAT } from '../core/rating/rows.ts'
import { calibrationPoint, indexShape, ratingId, ratingShape, share, year } from './load-rating.ts'
import { text } from './load-schemas.ts'

const named = { id: ratingId, methodVersion: ratingShape.shape.methodVersion }
/** A method without its words, as a bundle carries it. */
export const methodNumbers: z.ZodType<RatingMethod> = z.strictObject({
  ...named,
  leastSources: ratingShape.shape.leastSources,
  uncertainty: ratingShape.shape.uncertainty.omit({ reason: true }),
  sources: z.array(z.strictObject({ id: z.enum(SOURCES), share })),
  form: ratingShape.shape.form.omit({ reason: true }),
  dimensions: z.array(z.strictObject({ id: ratingId, questions: z.array(ratingId) })),
  outside: z.strictObject({
    oldest: z.int(),
    indices: z.array(
      z.strictObject({
        ...{
          id: ratingId,
          family: ratingId,
          variables: z.array(text),
          editions: z.strictObject({ from: year, to: year }),
        },
        ...{ lowest: z.number(), highest: z.number(), better: z.enum(['high', 'low']) },
        error: indexShape.shape.error,
      }),
    ),
  }),
  recalibration: z.strictObject({ points: z.array(calibrationPoint).min(2) }),
  bands: z.array(z.strictObject({ id: ratingId, to: z.int() })),
  live: ratingShape.shape.live.omit({ reason: true }),
  decision: ratingShape.shape.decision.omit({ reason: true }),
})

const freedoms = z.strictObject({
  association: z.number().min(0),
  assembly: z.number().min(0),
  expression: z.number().min(0),
  other: z.number().min(0),
})
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written 2026-03')
/** Which of two would count could hang on their order. */
const once = <T>(item: z.ZodType<T>, keyOf: (one: T) => string) =>
  z.array(item).superRefine((list, context) => {
    const seen = new Set<string>()
    list.forEach((one, at) => {
      if (seen.has(keyOf(one))) context.addIssue({ code: 'custom', message: 'it is there twice', path: [at] })
      seen.add(keyOf(one))
    })
  })

const answer = z.strictObject({
  question: text,
  aspect: z.enum(ASPECTS),
  value: z.int().min(0).max(BEST).nullable(),
})
const form = z.strictObject({
  source: z.enum(FORM_SOURCES),
  coder: z.int().min(1),
  asOf: z.iso.date(),
  answers: once(answer, (one) => `${one.question} ${one.aspect}`),
})
const indexRow = z.strictObject({
  ...{ index: ratingId, variable: text, edition: z.int(), value: z.number() },
  published: z.iso.date(),
})
const monthRow = z.strictObject({
  month,
  effort: z.number().min(0).nullable(),
  ...{ incidents: freedoms, weighed: freedoms, good: freedoms },
})

export const ratingRows = z.strictObject({
  country: z.string().min(2).max(3),
  asOf: z.iso.date(),
  forms: once(form, (one) => `${one.source} ${one.coder} ${one.asOf}`),
  indices: once(indexRow, (one) => `${one.index} ${one.variable} ${one.edition}`),
  months: once(monthRow, (one) => one.month),
})

export const ratingBundle = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  method: methodNumbers.optional(),
  rows: ratingRows,
})
export type RatingBundleFile = z.infer<typeof ratingBundle>
