/** Whom letters and cards go to, as a country pack tells it: authorities with the right form of address, facilities with their rules. */
import type { Labels } from '../language.ts'
import type { Certainty } from '../pack.ts'
import type { Helps } from '../tactic.ts'

export type Authority = {
  readonly id: string
  readonly name: Labels
  /** How a letter to it begins. */
  readonly salutation: Labels
  /** Lines of its postal address as an envelope has them, in the language of the country; null: not known. */
  readonly post: readonly string[] | null
  readonly mail: string | null
  /** True: whoever writes to it is better not known to it. */
  readonly hostile: boolean
  /** How long it has to answer, by which law; null: not known. */
  readonly answers: { readonly workingDays: number; readonly law: string } | null
  readonly certainty: Certainty
  readonly source: string | null
}

/** What may be sent to somebody who is held there, one rule at a time: each with its own certainty. */
export type FacilityRule = { readonly id: string; readonly text: Labels; readonly certainty: Certainty }
export type Facility = {
  readonly id: string
  /** A kind of facility, or one of them. */
  readonly name: Labels
  /** As what a record may tell somebody who is there. */
  readonly for: readonly Helps[]
  readonly rules: readonly FacilityRule[]
}
