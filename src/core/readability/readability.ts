/** A text in; how long its sentences and words are, where it stands on a published scale if its language has one, and what to look at in each sentence, out. */
import type { Language } from '../language.ts'
import { isPassive } from './passive.ts'
import { FEWEST_WORDS, READABILITY, RULES } from './rules.ts'
import { type Score, scoreOf } from './scales.ts'
import { sentencesIn, wordsIn } from './sentences.ts'
import { syllablesOf } from './syllables.ts'

export const HINTS = ['too-long', 'long-words', 'passive'] as const
export type Hint = (typeof HINTS)[number]

export type ReadSentence = {
  readonly text: string
  readonly words: number
  readonly syllables: number
  readonly longWords: readonly string[]
  readonly hints: readonly Hint[]
}
export type Readability = {
  /** Of the bounds that were used. */
  readonly rule: typeof READABILITY
  readonly language: Language
  readonly sentences: readonly ReadSentence[]
  readonly words: number
  /** Null: nothing was written. */
  readonly meanWords: number | null
  readonly meanSyllables: number | null
  /** Of all words, 0 to 1; from `longFrom` syllables on. */
  readonly longShare: number | null
  readonly longFrom: number
  /** Words from which a sentence is marked as too long. */
  readonly longSentence: number
  /** Null: nobody has measured a scale for this language, or nothing was written. */
  readonly score: Score | null
  /** Too few words for a score to say much. */
  readonly isShort: boolean
}

function readSentence(text: string, language: Language): ReadSentence {
  const { longWord, longSentence, manyLong } = RULES[language]
  const words = wordsIn(text)
  const syllables = words.map(syllablesOf)
  const longWords = words.filter((_, at) => (syllables[at] ?? 0) >= longWord)
  const hasMany = longWords.length >= manyLong.fewest && longWords.length >= words.length * manyLong.share
  const hints: Hint[] = []
  if (words.length > longSentence) hints.push('too-long')
  if (hasMany) hints.push('long-words')
  if (isPassive(text, language)) hints.push('passive')
  const sum = syllables.reduce((all, one) => all + one, 0)
  return { text, words: words.length, syllables: sum, longWords, hints }
}

/** A line break ends a sentence, as in headings and lists. */
export function readabilityOf(text: string, language: Language): Readability {
  const sentences = sentencesIn(text, language).map((one) => readSentence(one, language))
  const sum = (of: (one: ReadSentence) => number): number => sentences.reduce((all, one) => all + of(one), 0)
  const words = sum((one) => one.words)
  const per = (amount: number, by: number): number | null => (by === 0 ? null : amount / by)
  const meanWords = per(words, sentences.length)
  const meanSyllables = per(
    sum((one) => one.syllables),
    words,
  )
  return {
    ...{ rule: READABILITY, language, sentences, words, meanWords, meanSyllables },
    longShare: per(
      sum((one) => one.longWords.length),
      words,
    ),
    longFrom: RULES[language].longWord,
    longSentence: RULES[language].longSentence,
    score:
      meanWords === null || meanSyllables === null ? null : scoreOf({ meanWords, meanSyllables }, language),
    isShort: words < FEWEST_WORDS,
  }
}
