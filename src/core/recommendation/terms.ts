/** Words that monitors and lawyers own for recommendations: who makes them, what a grade means, how specific one is. */
import type { Labels } from '../language.ts'
import type { Grade } from './recommendation.ts'

/** What kind of procedure a body's recommendations come from. */
export const MECHANISMS = ['treaty_body', 'upr', 'special_procedure', 'regional', 'ngo'] as const
export type Mechanism = (typeof MECHANISMS)[number]

export type RecommendingBody = {
  readonly id: string
  readonly mechanism: Mechanism
  readonly name: Labels
}
export type RecommendationTerms = {
  readonly bodies: ReadonlyMap<string, RecommendingBody>
  readonly grades: ReadonlyMap<Grade, { readonly label: Labels; readonly definition: Labels }>
  readonly specificity: ReadonlyMap<number, Labels>
}
