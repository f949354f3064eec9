/** Words a sentence and syllables a word in, ease on a published scale out; for Kazakh there is none, and none is made up. */
import type { Language } from '../language.ts'

/** From plain to hard, by ease (Flesch 1948: 60 and more is plain English, below 30 is read by graduates). */
export const BANDS = ['plain', 'fair', 'hard', 'very-hard'] as const
export type Band = (typeof BANDS)[number]

export type Score = {
  /** Its weights are published and do not change. */
  readonly scale: 'flesch-kincaid' | 'flesch-oborneva'
  /** 100 easy, 0 hard; official prose goes below. */
  readonly ease: number
  /** Years of school in the United States (Kincaid 1975); null where no grade is published that holds. */
  readonly grade: number | null
  readonly band: Band
}

const bandOf = (ease: number): Band =>
  ease >= 60 ? 'plain' : ease >= 50 ? 'fair' : ease >= 30 ? 'hard' : 'very-hard'

/**
 * English: Flesch 1948, Kincaid 1975. Russian: the weights of Oborneva 2006, which keep Flesch's scale; her grades are off by
 * three years on graded texts, and are not told.
 */
export function scoreOf(
  { meanWords, meanSyllables }: { readonly meanWords: number; readonly meanSyllables: number },
  language: Language,
): Score | null {
  switch (language) {
    case 'en': {
      const ease = 206.835 - 1.015 * meanWords - 84.6 * meanSyllables
      const grade = 0.39 * meanWords + 11.8 * meanSyllables - 15.59
      return { scale: 'flesch-kincaid', ease, grade, band: bandOf(ease) }
    }
    case 'ru': {
      const ease = 206.835 - 1.3 * meanWords - 60.1 * meanSyllables
      return { scale: 'flesch-oborneva', ease, grade: null, band: bandOf(ease) }
    }
    case 'kk':
      return null
  }
}
