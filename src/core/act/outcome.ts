/** What came of a campaign: typed, with its source, and never the last word, since each can be reversed. */
import type { Rule } from '../codebook.ts'
import type { Labels } from '../language.ts'

export const OUTCOME_KINDS = [
  'released',
  'released-restricted',
  'case-closed',
  'acquitted',
  'sentence-quashed',
  'sentence-reduced',
  'charge-dropped',
  'charge-worsened',
  'sentenced',
  'conditions-better',
  'conditions-worse',
  'law-changed',
  'law-worsened',
  'replied',
  'arrested-again',
  'died',
  'no-change',
] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

/** Whether it is what was asked for: `part` never counts as won, `released with restrictions` is not `free`. */
export const OUTCOME_SENSES = ['won', 'part', 'none', 'worse'] as const
export type OutcomeSense = (typeof OUTCOME_SENSES)[number]

export type OutcomeRule = Rule & {
  readonly kind: OutcomeKind
  readonly label: Labels
  readonly sense: OutcomeSense
}

/** How much of it the campaign may claim: nothing · it came at the time · the person or counsel says so · the authority says so. */
export const CONTRIBUTIONS = ['none', 'timing', 'person', 'authority'] as const
export type Contribution = (typeof CONTRIBUTIONS)[number]
