import { describe, expect, it } from 'vitest'
import { CHANCE_OF_WORDS, dayWords, faultsOfDayWords, newDayWords } from './day-words.ts'

describe('words of the day', () => {
  it.each([
    ['Lusab babad  gutih', 'lusab-babad-gutih'],
    [' lusab, babad; GUTIH. ', 'lusab-babad-gutih'],
    ['Қара тау-бие', 'қара-тау-бие'],
    ['  ', ''],
  ])('typed as “%s” are %s', (typed, words) => expect(dayWords(typed)).toBe(words))

  it('made by chance are five, and good enough', () => {
    const words = newDayWords(Uint8Array.from({ length: CHANCE_OF_WORDS }, (_, at) => at * 23))
    expect(words.split(' ')).toHaveLength(5)
    expect(faultsOfDayWords(words)).toEqual([])
  })

  it('that people reach for first are refused', () => {
    expect(faultsOfDayWords('workshop').map((one) => one.code)).toEqual([
      'passphrase.short',
      'passphrase.easy',
    ])
    expect(faultsOfDayWords('qwerty qwerty qwerty').map((one) => one.code)).toEqual(['passphrase.easy'])
  })
})
