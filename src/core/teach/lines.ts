/** What is decided of law cards: a lawyer's review of one card in one language, and what readers understood of it. */
import type { Language } from '../language.ts'

export const CARD_VERDICTS = ['approved', 'refused'] as const
export type CardVerdict = (typeof CARD_VERDICTS)[number]

/** `id`: `kz/CC-174/ru`, a card in a language. `print`: of the words that were read. */
type OfCard = {
  readonly id: string
  readonly print: string
  /** ISO day. */
  readonly on: string
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}
/** `role`: of codebook/cards.yaml, told to readers; who it was is not. `until`: the last day on which it holds. */
export type ReviewCard = OfCard & {
  readonly record: 'card-review'
  readonly verdict: CardVerdict
  readonly role: string
  readonly until: string
}
/** `right`: how many of the readers answered each question rightly, in the order of the codebook. Nobody is named. */
export type TestCard = OfCard & {
  readonly record: 'reader-test'
  readonly readers: number
  readonly right: Readonly<Record<string, number>>
}
export type CardDecided = ReviewCard | TestCard

export type CardId = { readonly country: string; readonly card: string; readonly language: Language }
export const cardIdOf = ({ country, card, language }: CardId): string => `${country}/${card}/${language}`
/** Null for what is no card in a language. */
export function cardIdFrom(id: string): CardId | null {
  const [, country = '', card = '', language = ''] =
    /^([a-z]{2})\/([A-Za-z0-9][A-Za-z0-9.-]*)\/(en|ru|kk)$/.exec(id) ?? []
  return country === '' ? null : { country, card, language: language as Language }
}
