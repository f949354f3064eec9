/** A rating method as numbers: all that a score is computed from beside the rows. Its words stand apart, so that a bundle holds none. */
export const SOURCES = ['partner', 'house', 'outside'] as const
export type SourceId = (typeof SOURCES)[number]
/** Those who fill in a form. */
export const FORM_SOURCES = ['partner', 'house'] as const
export type FormSource = (typeof FORM_SOURCES)[number]
export const ASPECTS = ['law', 'practice'] as const
export type Aspect = (typeof ASPECTS)[number]

/** `steps` single questions that may each be one off either way with `chance`; `spread`: standard deviation, in units of the index. */
export type IndexError = { readonly steps: number; readonly chance: number; readonly spread: number }
export type IndexRule = {
  readonly id: string
  /** Of two rules of one family the one with the newer edition counts. */
  readonly family: string
  readonly variables: readonly string[]
  readonly editions: { readonly from: number | null; readonly to: number | null }
  readonly lowest: number
  readonly highest: number
  readonly better: 'high' | 'low'
  readonly error: IndexError
}
/** Scores up to `to`, rounded to whole numbers, lie in it; the bands are in rising order. */
export type BandRule = { readonly id: string; readonly to: number }

export type LiveRule = {
  /** Whole months looked at, and quarters before them that say what was to be expected. */
  readonly window: number
  readonly baseline: number
  /** Points for one step of surprise. */
  readonly harm: number
  readonly good: number
  readonly most: number
  readonly cut: number
  /** Gravity of an act (codebook/acts.yaml) → what an incident of it weighs. */
  readonly gravity: Readonly<Record<string, number>>
}

export type RatingMethod = {
  readonly id: string
  readonly methodVersion: string
  readonly uncertainty: {
    readonly seed: number
    readonly draws: number
    /** Chance that an answer is one step too low, and the same that it is one too high. */
    readonly step: number
    /** Standard deviation, in steps, of how lenient a whole form is. */
    readonly shift: number
  }
  /** `share`: whole parts; their sum is how firmly the weights hold in the draws. */
  readonly sources: readonly { readonly id: SourceId; readonly share: number }[]
  readonly leastSources: number
  readonly form: {
    readonly law: number
    readonly practice: number
    /** Share of the answers of a dimension without which it is not known. */
    readonly leastAnswered: number
    /** Months. */
    readonly oldest: number
  }
  readonly dimensions: readonly { readonly id: string; readonly questions: readonly string[] }[]
  readonly outside: { readonly oldest: number; readonly indices: readonly IndexRule[] }
  readonly recalibration: { readonly points: readonly (readonly [number, number])[] }
  readonly bands: readonly BandRule[]
  readonly live: LiveRule
  readonly decision: { readonly certain: number; readonly steps: number }
}

/** The best answer of a question; the worst is 0. */
export const BEST = 4
