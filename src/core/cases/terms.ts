/** Questions and words that monitors and lawyers own for cases, as the rest of the program sees them once validated. */
import type { Labels } from '../language.ts'

export type CaseTerm = {
  readonly id: string
  readonly label: Labels
  readonly definition: Labels
  readonly example: string
}
export const QUESTION_TYPES = ['yes_no', 'number', 'text'] as const
/** One question of a sheet; `standard`: the rule it follows, null where nobody is sure of one. */
export type Question = CaseTerm & {
  readonly type: (typeof QUESTION_TYPES)[number]
  /** Of a number: what is counted. */
  readonly unit: Labels | null
  readonly standard: string | null
}
export type Sheet = {
  readonly id: string
  readonly label: Labels
  readonly questions: ReadonlyMap<string, Question>
}
export type CaseTerms = {
  readonly sheets: ReadonlyMap<string, Sheet>
  readonly assistance: ReadonlyMap<string, CaseTerm>
  readonly answers: ReadonlyMap<string, CaseTerm>
  readonly restrictions: ReadonlyMap<string, CaseTerm>
}
