/** Deadlines of a country as its lawyers own them: what runs, from what, for how long; days on which nobody works; clocks. */
import type { Stage } from '../decided.ts'
import type { Labels } from '../language.ts'
import type { Certainty } from '../pack.ts'
import type { PenaltyType } from '../values.ts'

export const DEADLINE_KINDS = ['detention', 'appeal', 'un', 'answer'] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]
export const UNITS = ['hours', 'days', 'working_days', 'months', 'years'] as const
export type Unit = (typeof UNITS)[number]

/** What the time runs from. `assistance`: the kind of it, from the day on which it was done. */
export type After =
  | { readonly stage: Stage; readonly penalty?: PenaltyType | undefined }
  | { readonly assistance: string }

export type DeadlineRule = {
  /** Written `name@version`; the meaning of an id never changes. */
  readonly id: string
  readonly kind: DeadlineKind
  readonly after: After
  readonly for: number
  readonly unit: Unit
  /** A last day on which nobody works goes to the next that is worked. */
  readonly moves: boolean
  /** Stages after which nothing of it is due any more. */
  readonly ends: readonly Stage[]
  /** Who must act by then. */
  readonly party: Labels
  readonly what: Labels
  readonly law: { readonly provision: string | null; readonly text: string }
  readonly source: string | null
  readonly certainty: Certainty
  readonly example: string
}

export type FixedHoliday = {
  /** `03-21`. */
  readonly day: string
  readonly name: Labels
  readonly from: string | null
  readonly to: string | null
  /** On a weekend it is made up for on the next working day. */
  readonly carries: boolean
}
export type Holidays = {
  readonly certainty: Certainty
  readonly fixed: readonly FixedHoliday[]
  readonly moving: readonly { readonly day: string; readonly name: Labels }[]
}
/** Names of the tz database by region of the pack. */
export type Zones = { readonly else: string; readonly of: Readonly<Record<string, string>> }

export type Deadlines = {
  readonly rules: readonly DeadlineRule[]
  readonly holidays: Holidays
  readonly zones: Zones
}
/** Of a country whose deadlines nobody wrote down. */
export const NO_DEADLINES: Deadlines = {
  rules: [],
  holidays: { certainty: null, fixed: [], moving: [] },
  zones: { else: 'UTC', of: {} },
}

/** Whether a published report or another named source says so; where none does, that is said wherever the rule is used. */
export const isSourced = ({ certainty }: Pick<DeadlineRule, 'certainty'>): boolean =>
  certainty !== null && /^(verified|report)\b/.test(certainty)
