/** A rating as computed: a score with its doubt, what each source says, and what it would be without it. */
import type { Aspect, FormSource, SourceId } from './method.ts'

export type Scored = { readonly score: number; readonly band: string }

export type DimensionScore = {
  readonly id: string
  /** Mean answers, 0 to 4; null: nobody answered. */
  readonly law: number | null
  readonly practice: number | null
  /** 0 to 100; null: too few answers. */
  readonly score: number | null
  readonly answered: number
  readonly asked: number
}
export type FormScore = {
  readonly source: FormSource
  readonly coder: number
  readonly asOf: string
  /** Null: too few dimensions are known. */
  readonly score: number | null
  readonly dimensions: readonly DimensionScore[]
}
export type IndexScore = {
  readonly id: string
  readonly edition: number
  readonly value: number
  readonly rebased: number
}
export type LiveReason = 'no-months' | 'no-effort' | 'form-is-newer'
export type LiveFreedom = {
  readonly freedom: string
  readonly found: number
  readonly expected: number
  /** Surprise in standard deviations, above 0 worse than expected; then the same of good news. */
  readonly surprise: number
  readonly good: number
}
export type Live =
  | { readonly kind: 'none'; readonly reason: LiveReason }
  | {
      readonly kind: 'counted'
      readonly from: string
      readonly to: string
      readonly points: number
      readonly freedoms: readonly LiveFreedom[]
    }

/** What the score would be otherwise: `what` is `source:x`, `index:x`, `dimension:x`, `live`, `equal-weights`, `weights-low` or `weights-high`. */
export type Otherwise = { readonly what: string; readonly scored: Scored | null }

/** One answer by one step: what the score becomes. */
export type Change = {
  readonly source: FormSource
  readonly coder: number
  readonly question: string
  readonly aspect: Aspect
  readonly from: number
  readonly to: number
  readonly scored: Scored
  readonly difference: number
}

/** The fewest answers that take the score into the next band when each moves by one step, the weightiest first; null: all together do not. */
export type Edge = { readonly band: string; readonly answers: number | null }

type About = {
  readonly country: string
  readonly asOf: string
  readonly method: string
  readonly forms: readonly FormScore[]
  readonly indices: readonly IndexScore[]
  /** Score of each source; null: it says nothing, and the others weigh more. */
  readonly sources: readonly {
    readonly id: SourceId
    readonly share: number
    readonly score: number | null
  }[]
  readonly live: Live
}
export type Rated = About & {
  readonly kind: 'rated'
  /** As computed from the rows without any draw. */
  readonly point: Scored
  /** Quantiles of the draws at 2.5, 10, 50, 90 and 97.5 in a hundred. */
  readonly quantiles: readonly [number, number, number, number, number]
  readonly bands: readonly { readonly id: string; readonly probability: number }[]
  /** Where half of the draws lie below. */
  readonly band: string
  /** True when the method's share of draws lies in one band. */
  readonly certain: boolean
  readonly otherwise: readonly Otherwise[]
  /** The next bands below and above; fewer at the ends of the scale. */
  readonly edges: readonly Edge[]
  /** The largest first. */
  readonly changes: readonly Change[]
}
export type NotRated = About & { readonly kind: 'not-rated'; readonly needed: number; readonly there: number }
export type Rating = Rated | NotRated
