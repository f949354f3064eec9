/** How network measurements are judged, as lawyers and monitors set it: the words, their thresholds, and whose certificates intercept. */
import type { Rule } from './codebook.ts'
import type { Labels } from './language.ts'
import type { MeasuredDay } from './measured-day.ts'
import type { Certainty } from './pack.ts'

export const VERDICTS = ['likely-blocked', 'interception', 'mixed', 'accessible', 'too-few'] as const
export type VerdictWord = (typeof VERDICTS)[number]

/** What a verdict may ask for; the order in which it is told. */
export const CONDITIONS = [
  'key',
  'test',
  'measurements',
  'days',
  'share',
  'lower',
  'same',
  'detail',
  'control',
] as const
export type Condition = (typeof CONDITIONS)[number]

export type VerdictRule = Rule & {
  readonly verdict: VerdictWord
  readonly label: Labels
  /** The act that is proposed; null: nothing is. */
  readonly act: string | null
}
export type MeasurementRules = {
  readonly verdicts: Readonly<Record<VerdictWord, VerdictRule>>
  readonly blocked: {
    /** Tests that could tell, and days on which there was one. */
    readonly measurements: number
    readonly days: number
    /** Of tests that could tell, those with a sign of interference; and the lower end of its 95 % interval. */
    readonly share: number
    readonly lower: number
    /** Of the signs, those with the most frequent failure; and those where a control reached the site. */
    readonly same: number
    readonly control: number
  }
  readonly interception: { readonly measurements: number }
  /** Up to this share of signs a site counts as accessible. */
  readonly accessible: { readonly share: number }
  /** Tests whose data are known to be weak: counted, never judged. */
  readonly unjudged: readonly string[]
}

/** A root that stands between readers and sites, by words of its name. */
export type Interception = {
  readonly id: string
  readonly names: readonly string[]
  readonly since: string | null
  readonly certainty: Certainty
}

export type Verdict = {
  readonly verdict: VerdictWord
  readonly rule: string
  /** All days of the site on the network together. */
  readonly sum: MeasuredDay
  /** Tests that could tell, of these the signs of interference, and days with one that could tell. */
  readonly told: number
  readonly signs: number
  readonly days: number
  readonly lower: number
  /** The most frequent failure, and its part of the signs; null: the data do not say. */
  readonly failure: string | null
  readonly same: number
  /** First and last day with a sign. */
  readonly from: string | null
  readonly to: string | null
  /** Root whose certificates were seen. */
  readonly root: string | null
  /** What "likely blocked" asks for and the data do not give. */
  readonly unmet: readonly Condition[]
}
