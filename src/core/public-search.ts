/** What a reader may look for among public records: words, and what narrows them; and the lexemes that stand for both in the store. */
import type { Term } from './search.ts'

/** By what an answer is narrowed, in the order a reader is asked. */
export const NARROWS = ['freedom', 'period', 'region', 'act', 'law', 'outcome', 'kind'] as const
export type Narrow = (typeof NARROWS)[number]

/** One value for each, several joined by commas: any of them; narrows together mean all of them. */
export type Narrowing = Readonly<Partial<Record<Narrow, string>>>

/** A public record as the search knows it. */
export type PublicSought = {
  readonly id: string
  readonly country: string
  /** First known day, for the order of answers. */
  readonly day: string | null
  /** `act=detention`: everything it is counted under. */
  readonly facets: readonly string[]
  /** In any language, for the stems of English and Russian. */
  readonly words: string
  /** Folded words; with `!` those of its values, with `~` how its names sound. */
  readonly lexemes: readonly string[]
}

/** `bases`: what the word may be a Kazakh form of, folded; endings stand there one after another. */
export type PublicTerm = Term & { readonly bases: readonly string[] }

/** Before a word that stands in a value of the record, not only in a passage. */
export const VALUE_MARK = '!'

export const facetLexeme = (narrow: Narrow, value: string): string => `#${narrow}=${value}`

/** A value → how many of the records that answer have it. */
export type FoundCounts = Readonly<Record<Narrow, ReadonlyMap<string, number>>>
