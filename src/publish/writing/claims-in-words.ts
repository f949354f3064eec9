/** Words that somebody wrote and what their records say in; numbers, days and names in the words that do not stand there out. */
import { foldName, maybeSameToken } from '../../core/names/fold.ts'

const NUMBER = /\d+(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?/gu
const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*(?:['’ʼ`-][\p{L}\p{M}]+)*/gu
/** What begins a sentence, a quotation or a point has a capital whatever it is. */
const BEGINS = /(?:^|[.!?…:;]["»”’)]*\s+|[«“"‘(—–]\s*)$/u

/** 132,550 and 132 550 are one number; 1.5 and 1,5 too. */
const plainNumber = (text: string): string =>
  text.replace(/[ \u00a0\u202f.,](?=\d{3}(?!\d))/gu, '').replace(',', '.')

export const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(NUMBER)].map(([one]) => plainNumber(one))

/** Words with a capital where no sentence begins. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(CAPITALISED)].flatMap((match) =>
    BEGINS.test(text.slice(0, match.index)) && !/^\p{Lu}{2,}/u.test(match[0]) ? [] : [match[0]],
  )

/** What in these words looks like a fact. */
export const factsIn = (text: string): readonly string[] => [
  ...[...text.matchAll(NUMBER)].map(([one]) => one),
  ...namesIn(text),
]

/**
 * `said`: all that the records say, in words. `isKnown`: of a word that needs no record, such as the country. A number must
 * stand there as it is, a name in any of its endings.
 */
export function notSaid(
  words: string,
  said: readonly string[],
  isKnown: (token: string) => boolean,
): readonly string[] {
  const numbers = new Set(said.flatMap(numbersIn))
  const tokens = [...new Set(said.flatMap(foldName))]
  const isSaid = (name: string): boolean =>
    foldName(name).every((token) => isKnown(token) || tokens.some((one) => maybeSameToken(one, token)))
  const wrong = [
    ...[...words.matchAll(NUMBER)].flatMap(([one]) => (numbers.has(plainNumber(one)) ? [] : [one])),
    ...namesIn(words).filter((one) => !isSaid(one)),
  ]
  return [...new Set(wrong)]
}
