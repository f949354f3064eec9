/** Who stands for law cards, and who understood them. */
import type { Language } from '../../core/language.ts'
import type { CardVerdict } from '../../core/teach/lines.ts'
import type { Appended } from './appended.ts'

/** A lawyer stood for the words of a card in one language, or did not. */
export type CardReviewRow = Appended & {
  country: string
  card: string
  language: Language
  print: string
  verdict: CardVerdict
  role: string
  reviewed_on: string
  until: string
  by: string
  at: string
}
/** What so many readers understood of them; no reader is told apart. */
export type ReaderTestRow = Appended & {
  country: string
  card: string
  language: Language
  print: string
  tested_on: string
  readers: number
  answered: Readonly<Record<string, number>>
  by: string
  at: string
}
