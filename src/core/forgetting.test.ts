import { describe, expect, it } from 'vitest'
import { forgetting } from './forgetting.ts'

const { inText, inJson, isTheirs } = forgetting(['Asan Usenov', 'Асан Усенов', 'Ussenov'])

describe('a name erased', () => {
  it.each([
    ['Police held Asan Usenov there.', 'Police held ░░░░ ░░░░░░ there.'],
    ['Asan Usenov was held. Usenov’s wife came.', '░░░░ ░░░░░░ was held. ░░░░░░░░ wife came.'],
    ['Activist Asan Usenov spoke.', 'Activist ░░░░ ░░░░░░ spoke.'],
    ['Activist Usenov spoke.', 'Activist ░░░░░░ spoke.'],
    ['They met A. Ussenov.', 'They met ░░ ░░░░░░░.'],
    ['У Усенова изъяли телефон.', 'У ░░░░░░░ изъяли телефон.'],
    ['They met Bolat Usenov and Aigul.', 'They met Bolat Usenov and Aigul.'],
    ['The police came to Almaty.', 'The police came to Almaty.'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toBe(expected)
    expect(inText(text)).toHaveLength(text.length)
  })

  it('goes from every string of a value, and nothing else does', () => {
    expect(
      inJson({ what: 'friends of Asan Usenov', min: 2, who: ['Asan Usenov', 'Bolat Karim'], none: null }),
    ).toEqual({
      what: 'friends of …',
      min: 2,
      who: ['…', 'Bolat Karim'],
      none: null,
    })
  })

  it.each([
    ['Asan Usenov', true],
    ['USENOV', true],
    ['A. Usenov', true],
    ['Bolat Usenov', false],
    ['', false],
    ['A. B.', false],
  ])('%j is theirs: %s', (name, theirs) => expect(isTheirs(name)).toBe(theirs))
})
