/** What monitors own of reviewing: which passages need a person first, and which records a second reader codes blind. */
import type { Rule } from './codebook.ts'
import type { Field, Harmed, PenaltyType } from './values.ts'

/** What the program looks for in a proposed passage; the order and the reasons are data. */
export const DOUBTS = [
  'two-values',
  'shared-name',
  'sum',
  'one-name',
  'inferred',
  'loose-date',
  'no-act',
  'named',
] as const
export type Doubt = (typeof DOUBTS)[number]

export type QueueRule = Rule & { readonly doubt: Doubt }
/** One of the four: an act, a penalty, what is said of somebody, or one in so many records drawn by their ids. */
export type SecondWhen =
  | { readonly act: readonly string[] }
  | { readonly penalty: readonly PenaltyType[] }
  | { readonly harmed: readonly Harmed[] }
  | { readonly one_in: number }
export type SecondRule = Rule & {
  /** True: the record is not verified before both readers agree or a difference is settled. */
  readonly before: boolean
  readonly when: SecondWhen
}

export type ReviewRules = {
  readonly queue: readonly QueueRule[]
  readonly second: readonly SecondRule[]
  /** Day from which newly coded records are asked for a second reading. */
  readonly secondSince: string
}

/** What about a passage needs a person. `n`: how many values, people or sums; `field`: where it is one field that is in doubt. */
export type FoundDoubt = {
  readonly rule: string
  readonly doubt: Doubt
  readonly n: number
  readonly field: Field | null
}

/** In which order passages wait: the gravest doubt first, or as they stand in the text. */
export const ORDERS = ['doubt', 'text'] as const
export type Order = (typeof ORDERS)[number]
