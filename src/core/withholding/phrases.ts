/** A text and phrases in, the spans of it that say one of them out: in any case, ending, script and grouping of digits. */
import { foldToken, maybeSameToken } from '../names/fold.ts'
import type { Span } from '../span.ts'
import { maybeSameSound } from './sound.ts'

/** The tokens of one phrase, in order. */
export type Phrase = readonly string[]

const UNSEEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff'
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'’ʼ\`${UNSEEN}]*`, 'gu')
const fold = (word: string): string => foldToken(word.replace(new RegExp(`[${UNSEEN}]`, 'g'), ''))

type Word = { readonly token: string; readonly span: Span }
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    token: fold(match[0]),
    span: { start: match.index, end: match.index + match[0].length },
  }))

const OPENING = new Set(['a', 'an', 'the'])

/** Words in, their phrase out; an article that opens it says nothing, and one letter alone stands everywhere. */
export function phraseOf(words: string): Phrase {
  const tokens = wordsOf(words).map((one) => one.token)
  const first = tokens.findIndex((token) => !OPENING.has(token))
  const phrase = first < 0 ? [] : tokens.slice(first)
  return phrase.join('').length > 1 ? phrase : []
}

/** Up to twelve, numbers are written in words as often as in digits. */
const WORDS: readonly (readonly string[])[] = [
  ['one', 'один', 'одного', 'одна', 'одну', 'бір'],
  ['two', 'два', 'две', 'двое', 'двух', 'екі'],
  ['three', 'три', 'трое', 'трех', 'үш'],
  ['four', 'четыре', 'четверо', 'четырех', 'төрт'],
  ['five', 'пять', 'пятеро', 'пяти', 'бес'],
  ['six', 'шесть', 'шестеро', 'шести', 'алты'],
  ['seven', 'семь', 'семеро', 'семи', 'жеті'],
  ['eight', 'восемь', 'восьмеро', 'восьми', 'сегіз'],
  ['nine', 'девять', 'девятеро', 'девяти', 'тоғыз'],
  ['ten', 'десять', 'десятеро', 'десяти', 'он'],
  ['eleven', 'одиннадцать', 'он бір'],
  ['twelve', 'двенадцать', 'он екі'],
]

/** 132550 is written so, or in groups of three. */
export const phrasesOfNumber = (n: number): readonly Phrase[] =>
  [String(n), String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ' '), ...(WORDS[n - 1] ?? [])].map((text) =>
    wordsOf(text).map((one) => one.token),
  )

const ENDING = 3
const SHORTEST = 4
const isNumber = (token: string): boolean => /^\p{N}+$/u.test(token)

/** «fund» is said by «funds», «Алматы» by «Almaty»; a number only by itself. */
const sameToken = (own: string, other: string): boolean =>
  own === other ||
  (!isNumber(own) &&
    !isNumber(other) &&
    (maybeSameToken(own, other) ||
      maybeSameSound(own, other) ||
      (own.length >= SHORTEST && other.startsWith(own) && other.length - own.length <= ENDING)))

export function spansSaying(text: string, phrases: readonly Phrase[]): readonly Span[] {
  const words = wordsOf(text)
  return phrases.flatMap((phrase) =>
    phrase.length === 0
      ? []
      : words.flatMap((word, at) => {
          const isSaid = phrase.every((token, step) => sameToken(token, words[at + step]?.token ?? ''))
          const last = words[at + phrase.length - 1]
          return isSaid && last ? [{ start: word.span.start, end: last.span.end }] : []
        }),
  )
}

export const saysPhrase = (text: string, phrases: readonly Phrase[]): boolean =>
  phrases.length > 0 && spansSaying(text, phrases).length > 0
