/** What a person writes down about a rating in one go: a form, values of an index, a proposal, what the panel says, what is watched. */
import type { Aspect, FormSource } from './method.ts'
import type { Rating } from './result.ts'
import type { RatingBundle } from './rows.ts'
import type { WatchSignal, WatchVerdict } from './watch.ts'

type Who = {
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}

/** Null: not known. Whatever is known rests on evidence: ids of incidents, or a document with the place of the words in it. */
export type AssessedAnswer = {
  readonly question: string
  readonly aspect: Aspect
  readonly value: number | null
  readonly evidence: readonly string[]
  readonly note?: string | undefined
}
export type RecordAssessment = Who & {
  readonly record: 'assessment'
  readonly id: string
  readonly country: string
  readonly source: FormSource
  readonly asOf: string
  /** The questions it answers stand in this method. */
  readonly method: string
  readonly answers: readonly AssessedAnswer[]
}

/** One index brought in, with what it may be used for. */
export type RecordIndex = Who & {
  readonly record: 'index'
  readonly id: string
  readonly index: string
  readonly licence: string
  /** Where it was taken from, and on which day. */
  readonly from: string
  readonly vintage: string
  readonly values: readonly {
    readonly country: string
    readonly variable: string
    readonly edition: number
    readonly value: number
    readonly published: string
  }[]
}

/** A rating as computed, with all that it was computed from, put before the panel. */
export type ProposeRating = Who & {
  readonly record: 'rating'
  readonly id: string
  readonly country: string
  readonly asOf: string
  readonly bundle: RatingBundle
  readonly result: Rating
}

export const PANEL_KINDS = ['comment', 'dissent', 'decision'] as const
export type PanelKind = (typeof PANEL_KINDS)[number]
/** What somebody of the panel says of a proposal; a decision names the band. */
export type PanelWord = Who & {
  readonly record: 'panel'
  /** Of the rating. */
  readonly id: string
  readonly kind: PanelKind
  readonly band?: string | undefined
  readonly words: string
}

/** An alert of somebody who knows, or a decision on the watchlist with the signal that was before whoever decided. */
export type WatchWord = Who & {
  readonly record: 'watch'
  readonly id: string
  readonly country: string
  readonly month: string
  readonly verdict: WatchVerdict | 'alert'
  readonly words: string
  readonly signal?: WatchSignal | undefined
}

export type RatingLine = RecordAssessment | RecordIndex | ProposeRating | PanelWord | WatchWord
