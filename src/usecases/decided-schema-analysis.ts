/** A line of a legal analysis in, a checked line out: its part of the schema of decisions. */
import { z } from 'zod'
import { ANALYSIS_FINDINGS, STEP_FINDINGS } from '../core/analysis.ts'
import type { Codebook } from '../core/codebook.ts'
import { TEST_STEPS } from '../core/standard.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const words = z.string().trim().min(1).max(4000)
const labels = z.strictObject({ en: words, ru: words.nullable(), kk: words.nullable() })
const passage = z.strictObject({
  title: words.max(300),
  place: words.max(200),
  url: z.url({ protocol: /^https?$/ }).nullable(),
})

export const analysis = (
  who: WhoShape,
  id: z.ZodString,
  { standards, addressees }: Pick<Codebook, 'standards' | 'addressees'>,
) =>
  z
    .strictObject({
      record: z.literal('analysis'),
      ...who,
      id,
      country: z.string().regex(/^[a-z]{2}$/, 'a country is two small letters, such as kz'),
      of: z.union([z.strictObject({ law: words.max(80) }), z.strictObject({ incident: id })]),
      standard: z.string().refine((one) => standards.has(one), `one of ${[...standards.keys()].join(', ')}`),
      steps: z
        .array(
          z
            .strictObject({
              step: z.enum(TEST_STEPS),
              finding: z.enum(STEP_FINDINGS),
              reason: labels,
              passage: passage.nullable(),
            })
            .refine((one) => one.finding === 'not_examined' || one.passage !== null, {
              message: 'what is found rests on a passage',
              path: ['passage'],
            }),
        )
        .min(1)
        .refine((all) => new Set(all.map((one) => one.step)).size === all.length, {
          message: 'a step is examined once',
        }),
      finding: z.enum(ANALYSIS_FINDINGS),
      author: words.max(120).optional(),
      asks: z
        .array(
          z.strictObject({
            to: z
              .string()
              .refine((one) => addressees.has(one), `one of ${[...addressees.keys()].join(', ')}`),
            text: labels,
          }),
        )
        .max(30)
        .optional(),
      public: z.boolean(),
    })
    .refine(
      ({ standard, steps }) => steps.every((one) => standards.get(standard)?.steps.includes(one.step)),
      {
        message: 'the standard has no such step',
        path: ['steps'],
      },
    )
