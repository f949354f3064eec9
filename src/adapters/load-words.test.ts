/** What a locale promises a renderer: filled texts, right plural forms, no silent gaps. */
import { describe, expect, test } from 'vitest'
import { type Locale, makeWords } from './load-words.ts'

const russian: Locale = {
  language: 'ru',
  reviewedBy: null,
  reviewed: {},
  texts: {
    'unit.days': { one: '{n} день', few: '{n} дня', many: '{n} дней', other: '{n} дня' },
    'title.country': '{country}: что записано',
  },
}
const words = makeWords(russian)

describe('the words of a language', () => {
  test.each([
    [1, '1 день'],
    [3, '3 дня'],
    [5, '5 дней'],
    [11, '11 дней'],
    [21, '21 день'],
    [0, '0 дней'],
    [1.5, '1,5 дня'],
  ])('%d takes the form its language asks for', (n, text) => {
    expect(words.t('unit.days', { n })).toBe(text)
  })

  test('large numbers are written as the language writes them, text goes in as it is', () => {
    expect(words.t('unit.days', { n: 12345 }).replaceAll(/\s/g, ' ')).toBe('12 345 дней')
    expect(words.t('title.country', { country: '2020' })).toBe('2020: что записано')
  })

  test('a word in braces inside a parameter is not filled a second time', () => {
    expect(words.t('title.country', { country: '{country}' })).toBe('{country}: что записано')
  })

  test.each([
    ['an unknown key', 'no.such', {}, /no text "no.such"/],
    ['a name every object has', 'constructor', {}, /no text/],
    ['a missing parameter', 'title.country', {}, /needs the parameter "country"/],
    ['a plural without its number', 'unit.days', { days: 2 }, /needs the number "n"/],
    ['a number given as text', 'unit.days', { n: '2' }, /needs the number "n"/],
  ])('%s is an error, never an empty place on a page', (_, key, params, message) => {
    expect(() => words.t(key, params)).toThrow(message)
  })

  test.each([
    [null, {}, true],
    ['authors', {}, false],
    [null, { 'unit.days': 'A reader' }, true],
    [null, { 'unit.days': 'A reader', 'title.country': 'A reader' }, false],
  ])('read by %s, and one by one by %o: unreviewed is %s', (reviewedBy, reviewed, unreviewed) => {
    expect(makeWords({ ...russian, reviewedBy, reviewed }).unreviewed).toBe(unreviewed)
  })
})
