/** What a rating is computed from: rows without names or words, which anybody may keep beside the method and compute again. */
import type { Freedom } from '../values.ts'
import type { Aspect, FormSource, RatingMethod } from './method.ts'

/** Null: whoever answered does not know. */
export type FormAnswer = {
  readonly question: string
  readonly aspect: Aspect
  readonly value: number | null
}
/** `coder` is a number within its source, never a pseudonym: who rates is told to nobody outside. */
export type FormRow = {
  readonly source: FormSource
  readonly coder: number
  readonly asOf: string
  readonly answers: readonly FormAnswer[]
}
export type IndexRow = {
  readonly index: string
  readonly variable: string
  readonly edition: number
  readonly value: number
  /** Day from which it could be known. */
  readonly published: string
}
export type ByFreedom = Readonly<Record<Freedom, number>>
/** One month of published incidents. `effort`: reports published in it; null where nobody knows. */
export type MonthRow = {
  readonly month: string
  readonly effort: number | null
  /** Incidents, and the same weighed by the gravest act; good news apart. An incident that strikes two freedoms is in both. */
  readonly incidents: ByFreedom
  readonly weighed: ByFreedom
  readonly good: ByFreedom
}
export type RatingRows = {
  readonly country: string
  readonly asOf: string
  readonly forms: readonly FormRow[]
  readonly indices: readonly IndexRow[]
  readonly months: readonly MonthRow[]
}

export const BUNDLE_FORMAT = 'aigaq-rating@1'
export type RatingBundle = {
  readonly format: typeof BUNDLE_FORMAT
  readonly method: RatingMethod
  readonly rows: RatingRows
}
