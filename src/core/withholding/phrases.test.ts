/** Words that are held back are found in any case, ending, script and grouping of digits, and as whole words only. */
import { describe, expect, it } from 'vitest'
import { phraseOf, phrasesOfNumber, saysPhrase } from './phrases.ts'

describe('a phrase', () => {
  it.each([
    ['Zhuldyz Fund', 'the ZHULDYZ FUND said'],
    ['Zhuldyz Fund', 'zhuldyz-fund.example'],
    ['Zhuldyz', 'в Жулдызе сказали'],
    ['Жұлдыз', 'said Zhuldyz'],
    ['a court in Uralsk', 'by a court in Uralsk'],
    ['a court in Uralsk', 'the court in Uralsk'],
    ['gendarme', 'two gendarmes'],
    ['Zhuldyz', 'Zhul\u00addyz'],
    ['полиция', 'у полиции'],
  ])('%s is said by: %s', (phrase, text) => expect(saysPhrase(text, [phraseOf(phrase)])).toBe(true))

  it.each([
    ['Zhuldyz Fund', 'a fund of Zhuldyz'],
    ['art', 'the start of the party'],
    ['the', 'the other'],
    ['', 'anything'],
    ['x', 'x marks it'],
  ])('%s is not said by: %s', (phrase, text) => expect(saysPhrase(text, [phraseOf(phrase)])).toBe(false))
})

describe('a number', () => {
  it.each([
    [132550, 'fined 132,550 tenge'],
    [132550, 'fined 132 550 tenge'],
    [132550, 'fined 132550 tenge'],
    [2, 'two people'],
    [2, 'двое человек'],
    [10, '10 days'],
  ])('%d is said by: %s', (n, text) => expect(saysPhrase(text, phrasesOfNumber(n))).toBe(true))
  it.each([
    [132550, 'fined 32,550 tenge'],
    [10, '100 days'],
    [2, 'three people'],
  ])('%d is not said by: %s', (n, text) => expect(saysPhrase(text, phrasesOfNumber(n))).toBe(false))
})
