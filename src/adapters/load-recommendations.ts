/** The shape of codebook/recommendations.yaml, from plain YAML values to the words of the register. */
import { z } from 'zod'
import { GRADES } from '../core/recommendation/recommendation.ts'
import { MECHANISMS, type RecommendationTerms } from '../core/recommendation/terms.ts'
import { fullLabels, head, listOf } from './load-schemas.ts'

const body = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  mechanism: z.enum(MECHANISMS),
  name: fullLabels,
})
const grade = z.strictObject({ id: z.enum(GRADES), label: fullLabels, definition: fullLabels })
const step = z.strictObject({ id: z.int().min(1).max(5), label: fullLabels })

export const recommendationsFile = z.strictObject({
  ...head,
  bodies: listOf(body),
  grades: listOf(grade).refine((all) => all.length === GRADES.length, 'each grade once'),
  specificity: listOf(step).refine((all) => all.length === 5, 'five steps'),
})

export const recommendationTermsFrom = (file: z.infer<typeof recommendationsFile>): RecommendationTerms => ({
  bodies: new Map(file.bodies.map((one) => [one.id, one])),
  grades: new Map(file.grades.map(({ id, ...one }) => [id, one])),
  specificity: new Map(file.specificity.map((one) => [one.id, one.label])),
})
