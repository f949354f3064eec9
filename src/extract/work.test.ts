/** How much text the patterns are shown: twice the text is twice the work, also where no sentence ends. */
import { afterEach, expect, test, vi } from 'vitest'
import { extract } from './extract.ts'
import { codebook, documentOf, pack, reading } from './fixture.ts'
import { numberSource } from './numbers.ts'
import { LONGEST_SENTENCE, sentencesIn } from './sentences.ts'

const WORDS: readonly (readonly [string, string])[] = [
  [
    'one sentence without an end',
    'and on 3 May 2031 Asan Usenov was detained in Semey and fined 50,000 tenge under Article 488, ',
  ],
  ['nothing but names', 'Asan Usenov Dana Omarova '],
  ['nothing but numbers', 'twenty five hundred '],
]

afterEach(() => vi.restoreAllMocks())

/** Characters handed to a pattern while the text is read. */
function searched(text: string): number {
  const original = String.prototype.matchAll
  let characters = 0
  vi.spyOn(String.prototype, 'matchAll').mockImplementation(function (this: string, pattern) {
    characters += this.length
    return original.call(this, pattern as RegExp)
  })
  extract(documentOf(text), { pack, codebook, reading, asOf: null })
  vi.restoreAllMocks()
  return characters
}

test.each(WORDS)('twice the text of %s is twice the work', (_, words) => {
  const repeat = (length: number): string => words.repeat(Math.ceil(length / words.length))
  expect(searched(repeat(24_000)) / searched(repeat(12_000))).toBeLessThan(2.2)
})

test('a sentence without an end is read in pieces that leave no word out', () => {
  const text = 'and so on '.repeat(2000).trimEnd()
  const pieces = sentencesIn(text, { start: 0, end: text.length }, reading.lexicon.abbreviations)
  expect(Math.max(...pieces.map((one) => one.end - one.start))).toBeLessThanOrEqual(LONGEST_SENTENCE)
  expect(pieces.map((one) => text.slice(one.start, one.end)).join(' ')).toBe(text)
})

test('no number is tried at the length of a whole text of number words', () => {
  const found = new RegExp(numberSource(reading.lexicon)).exec('twenty five hundred '.repeat(500))
  expect(found?.[0].split(' ').length).toBeLessThan(12)
})
