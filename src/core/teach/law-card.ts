/** A law in words that people use, as a country pack holds it: one law, one page. What is counted and shown of it comes from records. */
import type { Certainty } from '../pack.ts'
import type { TestStep } from '../standard.ts'
import type { Freedom } from '../values.ts'
import type { Told } from './told.ts'

/** `source`: what says it, in a few words; null where it is from memory. */
export type CardLine = { readonly text: Told; readonly certainty: Certainty; readonly source: string | null }

/** A line for readers who need short sentences: one thought. */
export type EasyLine = {
  readonly text: Told
  /** Undefined: it says again what another part of the card says with its source. */
  readonly certainty?: Certainty
  /** What somebody can do or say: told, like advice, only where it is verified and a lawyer has reviewed the card. */
  readonly isAdvice?: boolean
}

export type LawCard = {
  readonly id: string
  readonly version: string
  /** Who reads the language as a mother tongue and read the card; null: nobody yet. No lawyer's review: that is decided in the workspace. */
  readonly reviewedBy: Told<string | null>
  /** Provisions of the pack whose records are counted; acts of the codebook where no provision is named in records. */
  readonly provisions: readonly string[]
  readonly acts: readonly string[]
  readonly freedom: Freedom
  readonly standards: readonly string[]
  readonly title: Told
  /** The law in one sentence. */
  readonly one: Told
  readonly says: readonly CardLine[]
  /** What somebody can get, and what to do and say: shown to readers only where they are verified and a lawyer has reviewed the card. */
  readonly penalties: readonly CardLine[]
  readonly advice: readonly CardLine[]
  readonly steps: readonly (CardLine & { readonly when: Told })[]
  readonly world: readonly CardLine[]
  /** What each step of the three-part test asks of this law. */
  readonly test: Readonly<Record<TestStep, Told>>
  /** `date`: a partial date. */
  readonly changes: readonly (CardLine & { readonly date: string })[]
  readonly sources: readonly { readonly title: string; readonly url: string | null }[]
  readonly easy: readonly EasyLine[]
  /** Why a language misses its target of readability; left out where it does not. */
  readonly misses: Partial<Told>
  /** SHA-256 of all that a reader of one language may be told: a review is of these words and no others. */
  readonly prints: Told
}

/** Lines whose words only a lawyer can stand for. */
export const isConfirmed = ({ certainty }: Pick<CardLine, 'certainty'>): boolean =>
  certainty?.startsWith('verified') === true

/** All that the card itself says in a language, a line each: what is measured, and what readers are asked about. */
export function wordsOfCard(card: LawCard, language: keyof Told): string {
  const lines = [...card.says, ...card.penalties, ...card.steps, ...card.advice, ...card.world]
  return [
    card.one[language],
    ...lines.map(({ text }) => text[language]),
    ...Object.values(card.test).map((one) => one[language]),
  ].join('\n')
}

export const easyWords = ({ easy }: LawCard, language: keyof Told): string =>
  easy.map(({ text }) => text[language]).join('\n')
