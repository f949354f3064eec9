/** Who stands for law cards, who understood them, and how many were taught. */
import type { Language } from '../../core/language.ts'
import type { CardVerdict } from '../../core/teach/lines.ts'
import type { TallyMethod } from '../../core/teach/tally.ts'
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
/** How many lessons of a kit a group gave, and to how many; the newest of a name stands. */
export type LessonTallyRow = Appended & {
  country: string
  kit: string
  tally: string
  from_day: string
  to_day: string
  lessons: number
  low: number | null
  best: number | null
  high: number | null
  method: TallyMethod
  by: string
  at: string
}
