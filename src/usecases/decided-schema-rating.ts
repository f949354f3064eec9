/** Lines about ratings in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import { methodNumbers, ratingRows } from '../adapters/load-rating-bundle.ts'
import type { Decided } from '../core/decided.ts'
import { PANEL_KINDS } from '../core/rating/lines.ts'
import { ASPECTS, BEST, FORM_SOURCES } from '../core/rating/method.ts'
import type { Rating } from '../core/rating/result.ts'
import { BUNDLE_FORMAT } from '../core/rating/rows.ts'
import { WATCH_VERDICTS, type WatchSignal } from '../core/rating/watch.ts'

type Who = {
  readonly by: z.ZodString
  readonly at: z.ZodISODateTime
  readonly why: z.ZodOptional<z.ZodString>
}
const words = z.string().trim().min(1).max(2000)
const short = z.string().trim().min(1).max(300)
const country = z.string().regex(/^[a-z]{2}$/, 'a country is two small letters, such as kz')
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written 2026-03')

/** An incident; words of a document by their place in it; a provision of the country's laws. */
export const EVIDENCE =
  /^(?:[a-z]{2}-[a-z0-9-]{3,80}|[a-z0-9][a-z0-9-]{1,80}#\d{1,8}-\d{1,8}|law:[A-Za-z0-9][A-Za-z0-9.-]{0,80})$/

export const assessment = (who: Who, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('assessment'),
    ...who,
    id,
    country,
    source: z.enum(FORM_SOURCES),
    asOf: z.iso.date(),
    method: short,
    answers: z
      .array(
        z
          .strictObject({
            question: z.string().regex(/^[a-z-]+\.[a-z-]+$/, 'a question is called dimension.question'),
            aspect: z.enum(ASPECTS),
            value: z.int().min(0).max(BEST).nullable(),
            evidence: z
              .array(z.string().regex(EVIDENCE, 'an incident, document#from-to or law:provision'))
              .max(50),
            note: words.optional(),
          })
          .refine((one) => one.value === null || one.evidence.length > 0, {
            message: 'what is known rests on evidence',
            path: ['evidence'],
          }),
      )
      .min(1)
      .max(400)
      .refine((list) => new Set(list.map((one) => `${one.question}.${one.aspect}`)).size === list.length, {
        message: 'a question is answered once',
      }),
  })

export const index = (who: Who, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('index'),
    ...who,
    ...{
      id,
      index: z.string().regex(/^[a-z][a-z0-9-]*$/),
      licence: short,
      from: short,
      vintage: z.iso.date(),
    },
    values: z
      .array(
        z.strictObject({
          ...{ country, variable: short, edition: z.int().min(1900).max(2200) },
          ...{ value: z.number(), published: z.iso.date() },
        }),
      )
      .min(1)
      .max(20_000),
  })

export const proposedRating = (who: Who, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('rating'),
    ...who,
    ...{ id, country, asOf: z.iso.date() },
    bundle: z.strictObject({
      format: z.literal(BUNDLE_FORMAT),
      method: methodNumbers,
      rows: ratingRows,
    }),
    result: z.custom<Rating>(
      (one) =>
        typeof one === 'object' &&
        one !== null &&
        'kind' in one &&
        ['rated', 'not-rated'].includes(String(one.kind)),
      'not a rating',
    ),
  })

export const panelWord = (who: Who, id: z.ZodString) =>
  z
    .strictObject({
      record: z.literal('panel'),
      ...who,
      ...{ id, kind: z.enum(PANEL_KINDS), band: short.optional(), words },
    })
    .refine(
      (one) => (one.kind === 'decision') === (one.band !== undefined),
      'band: of a decision, and of nothing else',
    )

export const watchWord = (who: Who, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('watch'),
    ...who,
    ...{ id, country, month, verdict: z.enum([...WATCH_VERDICTS, 'alert']), words },
    signal: z
      .custom<WatchSignal>((one) => typeof one === 'object' && one !== null && 'signs' in one, 'not a signal')
      .optional(),
  })

/** Nobody knows today what a country was like tomorrow. */
export function daysOfRatings(decided: Decided): readonly string[] {
  switch (decided.record) {
    case 'assessment':
    case 'rating':
      return [decided.asOf]
    case 'index':
      return [decided.vintage, ...new Set(decided.values.map((one) => one.published))]
    default:
      return []
  }
}
