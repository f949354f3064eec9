/** What two records are compared on, which pairs are looked at, and from where on a pair is believed: a model, as data. */
import type { Kind } from './kinds.ts'

/** One or more columns (year, month, day of one date) compared as one value. */
export type Comparison = {
  readonly name: string
  readonly columns: readonly string[]
  readonly kind: Kind
  /** Name of the comparison whose value may stand here by mistake: given name and surname in each other's place. */
  readonly swaps: string | null
  /** Says nothing new where this other comparison agrees: a postcode knows its region already. */
  readonly unless: string | null
  /** A rare value that agrees is worth more than a common one. */
  readonly frequency: boolean
  /** Given for each level, they are held; null: learnt from the data. */
  readonly m: readonly number[] | null
  readonly u: readonly number[] | null
}

/** What of a value must agree for a pair to be looked at. */
export const PARTS = ['all', 'start', 'end', 'year', 'month-day', 'initial'] as const
export type Part = (typeof PARTS)[number]
export type Key = { readonly comparison: string; readonly part: Part }
/** A pair is looked at when all keys of one rule agree. */
export type BlockingRule = readonly Key[]

export type LinkModel = {
  readonly comparisons: readonly Comparison[]
  readonly blocking: readonly BlockingRule[]
  /** Comparisons that agree on all of one such list hardly ever agree by chance: how many pairs there are is told from them. */
  readonly deterministic: readonly (readonly string[])[]
  /** The share of all pairs that are one person; null: told from the deterministic rules. */
  readonly prior: number | null
  /** From this probability on two records are put together. */
  readonly threshold: number
  /** Pairs below this are not written out. */
  readonly keep: number
  /** A block of more records is left out. */
  readonly mostInBlock: number
}

/** Thresholds of the house; a model says otherwise where it must. */
export const DEFAULTS = { threshold: 0.9, keep: 0.01, mostInBlock: 1000 } as const

export const keyText = ({ comparison, part }: Key): string =>
  part === 'all' ? comparison : `${comparison}:${part}`
export const ruleText = (rule: BlockingRule): string => rule.map(keyText).join(' + ')
