/** Forms, indices and ratings of civic space, and what a panel says. */
import type { AssessedAnswer, PanelKind } from '../../core/rating/lines.ts'
import type { FormSource } from '../../core/rating/method.ts'
import type { Rating } from '../../core/rating/result.ts'
import type { RatingBundle } from '../../core/rating/rows.ts'
import type { WatchSignal, WatchVerdict } from '../../core/rating/watch.ts'
import type { Appended, Compartmented } from './appended.ts'

/** A form on the civic space of a country, as somebody filled it in. */
export type AssessmentRow = Compartmented & {
  id: string
  country: string
  source: FormSource
  as_of: string
  /** `csr-1@1.0.0`: the method whose questions it answers. */
  method: string
  answers: readonly AssessedAnswer[]
  by: string
  at: string
}
export type IndexValueRow = Compartmented & {
  country: string
  index_id: string
  variable: string
  edition: number
  value: number
  published: string
  licence: string
  /** Where it was taken from, and the day. */
  origin: string
  vintage: string
  by: string
  at: string
}
/** A rating with all that it was computed from; never changed, a newer one stands beside it. */
export type RatingRow = Compartmented & {
  id: string
  country: string
  as_of: string
  method: string
  inputs_hash: string
  bundle: RatingBundle
  result: Rating
  by: string
  at: string
}
export type PanelWordRow = Compartmented & {
  rating: string
  kind: PanelKind
  band: string | null
  words: string
  by: string
  at: string
}
/** `signal`: what was before whoever decided. */
export type WatchWordRow = Compartmented & {
  country: string
  month: string
  verdict: WatchVerdict | 'alert'
  words: string
  signal: WatchSignal | null
  by: string
  at: string
}
/** What one setting of margins chose for a country and a year; the newest counts. */
export type MarginRow = Appended & {
  country: string
  year: string
  low: number
  high: number | null
  quarter: string
}
