/** What bodies that hear of a State ask for, field by field. */
import type { Labels, Language } from './language.ts'
import type { Certainty } from './pack.ts'

/** What of the records fills a field. */
export const FIELD_SOURCES = [
  ...(['country', 'period', 'lead', 'facts', 'law', 'laws', 'analyses', 'asks'] as const),
  ...(['victims', 'actors', 'dates', 'custody', 'remedies'] as const),
] as const
export type FieldSource = (typeof FIELD_SOURCES)[number]

export type SubmissionField = {
  readonly id: string
  readonly label: Labels
  /** Null: people must write it. */
  readonly from: FieldSource | null
  readonly isRequired: boolean
}
export type SubmissionForm = {
  readonly id: string
  readonly name: Labels
  readonly url: string
  /** The most that is read; null: no limit is known to us. */
  readonly words: number | null
  /** Of ours that the addressee reads. */
  readonly languages: readonly Language[]
  readonly note: string
  readonly fields: readonly SubmissionField[]
  readonly certainty: Certainty
}
