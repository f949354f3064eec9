/** A rating as readers may see it: what the panel decided, what was computed, and what it rests on. No form, no coder, no word of the panel. */
import type { Public } from '../public-record.ts'
import type { Aspect, SourceId } from './method.ts'
import type { Edge, Live, Otherwise, Scored } from './result.ts'
import type { SignKind } from './watch.ts'

/** What one answer by one step would do, over all forms: the largest effect of its kind. */
export type PublicChange = {
  readonly source: SourceId
  readonly dimension: string
  readonly aspect: Aspect
  readonly way: 'better' | 'worse'
  readonly scored: Scored
  readonly difference: number
}
/** Mean of the forms of one source, 0 to 100; null: too few answers. */
export type PublicDimension = {
  readonly id: string
  readonly source: SourceId
  readonly score: number | null
  readonly law: number | null
  readonly practice: number | null
}
/** An outside index and under what licence it was brought in. Its values are not told: some may be used and not passed on. */
export type PublicIndex = {
  readonly id: string
  readonly edition: number
  readonly licence: string
  readonly origin: string
  readonly vintage: string
}
type RatingBody = {
  readonly id: string
  readonly country: string
  /** The day that is rated, and the day on which the panel decided. */
  readonly asOf: string
  readonly decidedOn: string
  readonly method: string
  /** SHA-256 of its rows: whoever is given them can compute it again. */
  readonly inputs: string
  /** The band as decided; `followed`: it is the band that was computed. */
  readonly band: string
  readonly followed: boolean
  /** How many of the panel dissented; their words stay with the panel. */
  readonly dissents: number
  readonly computed: {
    readonly point: Scored
    readonly band: string
    readonly certain: boolean
    /** At 2.5, 10, 50, 90 and 97.5 in a hundred draws, on the scale of 0 to 100. */
    readonly quantiles: readonly [number, number, number, number, number]
    /** In rising order; a band ends at `to`. */
    readonly bands: readonly { readonly id: string; readonly to: number; readonly probability: number }[]
  }
  readonly sources: readonly {
    readonly id: SourceId
    readonly share: number
    readonly score: number | null
  }[]
  readonly dimensions: readonly PublicDimension[]
  readonly indices: readonly PublicIndex[]
  readonly live: Live
  readonly otherwise: readonly Otherwise[]
  readonly edges: readonly Edge[]
  readonly changes: readonly PublicChange[]
}
export type PublicRating = Public<RatingBody>

/** One decision of the history: a later one stands beside it, and never in its place. */
export type PublicDecision = Pick<
  RatingBody,
  'id' | 'asOf' | 'decidedOn' | 'method' | 'band' | 'followed' | 'dissents'
> & { readonly computed: Pick<RatingBody['computed'], 'point' | 'quantiles'> }

/** A country that people put on the watchlist: the month that was looked at, and the kinds of signs that were before them. */
export type PublicWatch = {
  readonly country: string
  readonly month: string
  /** Days: first listed without a break, and last decided. */
  readonly since: string
  readonly decidedOn: string
  readonly signs: readonly SignKind[]
}

/** What the forms of a rating cite within one dimension: provisions of the country's laws, and incidents that are public. */
export type PublicEvidence = {
  readonly dimension: string
  readonly laws: readonly string[]
  readonly incidents: readonly string[]
}

export type ReleasedRatings = PublicRatings & { readonly evidence: readonly PublicEvidence[] }

export type PublicRatings = {
  readonly country: string
  /** The decision in force: of the newest day that is rated, the last one. */
  readonly now: PublicRating
  /** Every decision ever made, the newest first, `now` among them. */
  readonly history: readonly PublicDecision[]
}
