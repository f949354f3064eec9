/** Lengths, published scores and hints: literals whose values are published, and sentences with invented names. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LANGUAGES } from '../language.ts'
import { readabilityOf } from './readability.ts'
import { scoreOf } from './scales.ts'
import { sentencesIn } from './sentences.ts'
import { syllablesOf } from './syllables.ts'

describe('English', () => {
  // Published with these values in the article on the Flesch–Kincaid tests of the English Wikipedia.
  test.each([
    ['The cat sat on the mat.', 116.1, -1.4],
    ['This sentence, taken as a reading passage unto itself, is being used to prove a point.', 69, 7.6],
  ])('“%s” has an ease of %s', (text, ease, grade) => {
    const { score } = readabilityOf(text, 'en')
    expect(score?.ease).toBeCloseTo(ease, 0)
    expect(score?.grade).toBeCloseTo(grade, 0)
  })
  it('of 13 words and 24 syllables has an ease of 37.5, as published of a sentence on the platypus', () => {
    expect(scoreOf({ meanWords: 13, meanSyllables: 24 / 13 }, 'en')?.ease).toBeCloseTo(37.5, 1)
  })
  it('of 5.7 words a sentence and 1.02 syllables a word is of grade -1.3, as Green Eggs and Ham', () => {
    expect(scoreOf({ meanWords: 5.7, meanSyllables: 1.02 }, 'en')?.grade).toBeCloseTo(-1.3, 1)
  })
  test.each([
    ['court', 1],
    ['police', 2],
    ['people', 2],
    ['article', 3],
    ['detained', 2],
    ['wanted', 2],
    ['special', 2],
    ['opinion', 3],
    ['society', 4],
    ['assembly', 3],
    ['able', 2],
    ['responsible', 4],
    ['strikes', 1],
    ['journalism', 4],
    ['2020', 1],
    ['NGO', 1],
    ["didn't", 2],
    ['human-rights', 3],
  ])('“%s” has %s syllables', (word, n) => {
    expect(syllablesOf(word)).toBe(n)
  })
})

describe('Russian', () => {
  // Means of graded texts and their ease after Oborneva, measured on 68 texts.
  test.each([
    [29.4, 3.22, -24.9, 'very-hard'],
    [13.8, 2.24, 54.3, 'fair'],
  ])(
    'of %s words a sentence and %s syllables a word has an ease of %s',
    (meanWords, meanSyllables, ease, band) => {
      const score = scoreOf({ meanWords, meanSyllables }, 'ru')
      expect(score?.ease).toBeCloseTo(ease, 1)
      expect(score).toMatchObject({ band, grade: null })
    },
  )
  test.each([
    ['суд', 1],
    ['полиция', 4],
    ['её', 2],
    ['административного', 7],
    ['в', 1],
  ])('“%s” has %s syllables', (word, n) => {
    expect(syllablesOf(word)).toBe(n)
  })
})

describe('Kazakh', () => {
  it('has lengths, and no score that nobody measured', () => {
    const read = readabilityOf('Алматыда полиция белсендіні ұстады. Ол үйіне қайтты.', 'kk')
    expect(read).toMatchObject({ words: 7, meanWords: 3.5, score: null })
  })
  test.each([
    ['ұстады', 3],
    ['айыппұл', 3],
    ['үйіне', 3],
    ['ұйымдастырушыларға', 8],
  ])('“%s” has %s syllables', (word, n) => {
    expect(syllablesOf(word)).toBe(n)
  })
})

describe('a sentence', () => {
  test.each([
    ['en', 'Mr. A. Usenov was held under art. 488. He is free.', 2],
    ['en', 'A heading\nA point of a list\nAnother', 3],
    ['ru', 'В г. Алматы А. Усенов оштрафован по ст. 488 КоАП. Он обжаловал.', 2],
    ['ru', 'Взыскано 50 тыс. тенге и т.д. на основании решения.', 1],
    ['kk', '2020 ж. наурызда ұсталды. Сот т.б. шешім шығарды.', 2],
  ] as const)('in %s: “%s” are %s', (language, text, n) => {
    expect(sentencesIn(text, language)).toHaveLength(n)
  })
  const long = (language: 'en' | 'ru' | 'kk'): string =>
    Array.from({ length: 30 }, () => ({ en: 'day', ru: 'день', kk: 'күн' })[language]).join(' ')
  it.each(LANGUAGES)('of thirty words is too long in %s, and one of five is not', (language) => {
    expect(readabilityOf(long(language), language).sentences[0]?.hints).toEqual(['too-long'])
    expect(readabilityOf(long(language).slice(0, 20), language).sentences[0]?.hints).toEqual([])
  })
  test.each([
    ['en', 'Asan Usenov was detained.', true],
    ['en', 'They were later held for three hours.', true],
    ['en', 'She was detained by police.', false],
    ['en', 'Police detained her.', false],
    ['en', 'The red door was open.', false],
    ['ru', 'Асан Усенов был задержан.', true],
    ['ru', 'Адвокаты были не допущены.', true],
    ['ru', 'Полиция задержала журналистку.', false],
    ['ru', 'Это было весной.', false],
    ['kk', 'Сайт жабылды.', true],
    ['kk', 'Белсенді босатылды.', true],
    ['kk', 'Полиция белсендіні ұстады.', false],
    ['kk', 'Өткен жылды еске алды.', false],
  ] as const)('in %s “%s” is passive: %s', (language, text, is) => {
    expect(readabilityOf(text, language).sentences[0]?.hints.includes('passive')).toBe(is)
  })
  it('with many long words is hard, and with one is not', () => {
    const hints = (text: string, language: 'en' | 'ru') => readabilityOf(text, language).sentences[0]?.hints
    expect(hints('Administrative responsibility necessitates independent determination.', 'en')).toContain(
      'long-words',
    )
    expect(hints('The administration fined him in the morning.', 'en')).toEqual([])
    expect(
      hints('Осуществление административного производства регламентировано законодательством.', 'ru'),
    ).toContain('long-words')
  })
})

describe('any text', () => {
  it('has no number that is unknown told as 0, and as many words as its sentences together', () => {
    expect(readabilityOf('', 'en')).toMatchObject({ words: 0, meanWords: null, longShare: null, score: null })
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: 'grapheme' }),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          const read = readabilityOf(text, language)
          expect(read.sentences.reduce((sum, one) => sum + one.words, 0)).toBe(read.words)
          for (const one of read.sentences) expect(one.syllables).toBeGreaterThanOrEqual(one.words)
          if (read.words === 0) expect(read.score).toBeNull()
        },
      ),
      { numRuns: 100 },
    )
  })
})
