/** What the watchlist asks for, what it found, and what people said to it. */

import type { Rule } from '../codebook.ts'
import type { Freedom } from '../values.ts'

export type ChangeRule = Rule & {
  /** Months that say what was to be expected, and months that the sum runs over. */
  readonly baseline: number
  readonly run: number
  /** How many times as many it is built to see; `allowance` is (ratio - 1) / ln ratio. */
  readonly ratio: number
  readonly allowance: number
  readonly limit: number
  /** Incidents a month below which nothing is asked: one more would be a change. */
  readonly leastExpected: number
}
export type WatchRules = {
  readonly id: string
  readonly methodVersion: string
  readonly change: ChangeRule
  readonly fall: Rule & { readonly points: number; readonly months: number; readonly certain: number }
  readonly trigger: Rule & {
    readonly months: number
    readonly acts: readonly { readonly act: string; readonly least: number }[]
  }
  readonly alert: Rule & { readonly months: number }
  readonly signal: Rule & { readonly least: number; readonly stays: number }
}

export const SIGNS = ['change', 'fall', 'trigger', 'alert'] as const
export type SignKind = (typeof SIGNS)[number]

/** Beside a sum, its months: what was found, what was expected at the effort of that month. */
export type SumMonth = {
  readonly month: string
  readonly found: number
  readonly expected: number
  readonly sum: number
}
export type ChangeFinding = {
  readonly freedom: Freedom
  readonly months: readonly SumMonth[]
  readonly isAlarm: boolean
  /** Likeliest first month of the new rate, with its probability among the months of the run; null without an alarm. */
  readonly began: { readonly month: string; readonly probability: number; readonly times: number } | null
}
/** Why a freedom cannot be asked about. */
export type Unasked = { readonly freedom: Freedom; readonly reason: 'no-months' | 'no-effort' | 'too-few' }

export type Sign = {
  readonly kind: SignKind
  readonly rule: string
  readonly isGiven: boolean
  /** What it is about: freedoms, acts, ratings or the day of an alert. */
  readonly of: readonly string[]
  /** Ids of the incidents behind it. */
  readonly incidents: readonly string[]
}
export type WatchSignal = {
  readonly country: string
  /** The last whole month that was looked at. */
  readonly month: string
  readonly method: string
  readonly isSignal: boolean
  readonly signs: readonly Sign[]
  readonly changes: readonly ChangeFinding[]
  readonly unasked: readonly Unasked[]
}

export const WATCH_VERDICTS = ['listed', 'not_listed', 'renewed', 'removed'] as const
export type WatchVerdict = (typeof WATCH_VERDICTS)[number]
