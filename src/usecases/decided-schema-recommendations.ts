/** Lines about recommendations in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import type { Codebook } from '../core/codebook.ts'
import type { Decided } from '../core/decided.ts'
import { LANGUAGES } from '../core/language.ts'
import { GRADERS, GRADES, RESPONSES } from '../core/recommendation/recommendation.ts'
import { FREEDOMS } from '../core/values.ts'
import { partialDate } from './decided-schema-values.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const words = z.string().trim().min(1).max(4000)
const labels = z.strictObject({ en: words, ru: words.nullable(), kk: words.nullable() })
const country = z.string().regex(/^[a-z]{2}$/, 'a country is two small letters, such as kz')
const url = z.url({ protocol: /^https?$/ })
const VERDICTS = ['same', 'different', 'unsure', 'none'] as const

export const recommendation = (
  who: WhoShape,
  id: z.ZodString,
  { addressees }: Pick<Codebook, 'addressees'>,
) =>
  z
    .strictObject({
      record: z.literal('recommendation'),
      ...who,
      ...{ id, country },
      passage: z.strictObject({ document: words.max(200), from: words, to: words }).optional(),
      said: z
        .strictObject({
          words,
          language: z.enum(LANGUAGES),
          title: words.max(300),
          place: words.max(200).nullable(),
          url: url.nullable(),
        })
        .optional(),
      body: words.max(80),
      on: partialDate.nullable(),
      addressees: z
        .array(z.string().refine((one) => addressees.has(one), `one of ${[...addressees.keys()].join(', ')}`))
        .min(1)
        .max(20),
      ask: labels,
      laws: z.array(words.max(80)).max(30).optional(),
      freedoms: z.array(z.enum(FREEDOMS)).optional(),
      people: z.array(id).max(30).optional(),
      specificity: z.int().min(1).max(5).optional(),
      response: z.enum(RESPONSES).optional(),
      due: z.iso.date().optional(),
      rule: words.max(80).optional(),
      public: z.boolean(),
    })
    .refine((one) => (one.passage === undefined) !== (one.said === undefined), {
      path: ['passage'],
      message: 'its words stand in a document, or they are written off: one of the two',
    })

export const noRecommendation = (who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({
      record: z.literal('no-recommendation'),
      ...who,
      ...{ id, country },
      document: words.max(200).optional(),
    })
    .refine((one) => (one.why ?? '').trim() !== '', { path: ['why'], message: 'it needs a reason' })

const evidence = z.union([
  z.strictObject({ incident: words.max(120) }),
  z.strictObject({ title: words.max(300), url: url.nullable(), on: z.iso.date().nullable() }),
])
export const grade = (who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({
      record: z.literal('grade'),
      ...who,
      id,
      grader: z.enum(GRADERS),
      on: z.iso.date(),
      grade: z.enum(GRADES).nullable(),
      evidence: z.array(evidence).max(30),
      note: labels.optional(),
    })
    .refine((one) => one.grade === null || one.evidence.length > 0, {
      path: ['evidence'],
      message: 'a grade rests on something',
    })

export const demand = (who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({ record: z.literal('demand'), ...who, id, with: id, verdict: z.enum(VERDICTS) })
    .refine((one) => one.id !== one.with, { path: ['with'], message: 'another recommendation' })

/** A day by which something is due may lie ahead; the day of which a grade is said, and that of the words, may not. */
export const daysOfRecommendations = (decided: Decided): readonly (string | null)[] =>
  decided.record === 'recommendation' || decided.record === 'grade' ? [decided.on] : []
