/** How law cards are kept: for how long a review holds, how plainly a card is to read, what readers are asked. Owned by lawyers and educators. */
import type { Language } from '../language.ts'
import type { Readability } from '../readability/readability.ts'
import type { Told } from './told.ts'

/** Who may stand for a card, by what they are; no name is kept. */
export type ReviewerRole = { readonly id: string; readonly label: Told }
export type ReaderQuestion = { readonly id: string; readonly text: Told }
export type Target = {
  /** Null: nobody has measured a scale for the language, so lengths alone are held. */
  readonly ease: number | null
  readonly grade: number | null
  readonly meanWords: number
  /** Of all words, 0 to 1. */
  readonly longShare: number
  readonly reason: Told
}
export type CardRules = {
  /** After so many days at most a review is over. */
  readonly days: number
  readonly roles: readonly ReviewerRole[]
  readonly questions: readonly ReaderQuestion[]
  /** Readers at least, and the share of right answers to each question, for a text that is understood. */
  readonly readers: number
  readonly right: number
  readonly targets: Readonly<Record<Language, Target>>
}

export const MISSES = ['ease', 'grade', 'sentences', 'words'] as const
export type Miss = (typeof MISSES)[number]

/** In what a text misses its target; nothing: it holds it. */
export function missesOf(read: Readability, { ease, grade, meanWords, longShare }: Target): readonly Miss[] {
  const misses: Miss[] = []
  if (ease !== null && (read.score?.ease ?? ease) < ease) misses.push('ease')
  if (grade !== null && (read.score?.grade ?? grade) > grade) misses.push('grade')
  if ((read.meanWords ?? 0) > meanWords) misses.push('sentences')
  if ((read.longShare ?? 0) > longShare) misses.push('words')
  return misses
}
