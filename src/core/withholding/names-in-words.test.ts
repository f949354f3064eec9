/** A withheld name is found in whatever script, case or ending somebody wrote it; another's name beside it is not taken for it. */
import { describe, expect, it } from 'vitest'
import { namesInWords } from './names-in-words.ts'

const ASAN = ['Asan Usenov', 'Асан Усенов', 'Асан Үсенов']
const AIGUL = ['Aigul Serikova']
const { heldIn } = namesInWords([ASAN, AIGUL, ['Almaty']], (token) => token === 'almaty')

describe('words that may name somebody who is withheld', () => {
  it.each([
    ['in full', 'Police let Asan Usenov go.', ['Asan', 'Usenov']],
    ['the surname alone', 'Then Usenov left.', ['Usenov']],
    ['a possessive', 'Usenov’s mother came.', ['Usenov’s']],
    ['declined in Russian', 'Задержали Усенова.', ['Усенова']],
    ['in Kazakh', 'Үсеновті ұстады.', ['Үсеновті']],
    ['transliterated otherwise', 'They detained Ussenov.', ['Ussenov']],
    ['in another script than on record', 'Суд над Сериковой отложен.', ['Сериковой']],
    ['in small letters', 'they took usenov away', ['usenov']],
    ['in capitals', 'USENOV WAS TAKEN', ['USENOV']],
    ['with a sign inside that nobody sees', 'They took Use\u00adnov.', ['Usenov']],
    ['a given name that stands alone', 'They asked Aigul.', ['Aigul']],
  ])('%s', (_how, text, held) => expect(heldIn(text, [])).toEqual(held))

  it.each([
    ['a namesake by given name', 'The lawyer Asan Karimov spoke.'],
    ['a place that somebody is called after', 'A court in Almaty ruled.'],
    ['no name at all', 'Three people were detained and let go after an hour.'],
  ])('%s is none', (_how, text) => expect(heldIn(text, [])).toEqual([]))

  it('is found beside a surname that may be read: a brother has the same', () => {
    const shown = ['Marat Usenov']
    expect(heldIn('His brother Asan Usenov was held.', shown)).toEqual(['Asan'])
    expect(heldIn('Marat Usenov was held.', shown)).toEqual([])
  })

  it('may be read where the record shows the name, and that one alone', () => {
    expect(heldIn('Asan Usenov was fined.', ['Asan Usenov'])).toEqual([])
    expect(heldIn('Усенова оштрафовали.', ['Асан Усенов'])).toEqual([])
    expect(heldIn('Asan Usenov and Aigul Serikova were fined.', ['Asan Usenov'])).toEqual([
      'Aigul',
      'Serikova',
    ])
  })
})
