import { describe, expect, it } from 'vitest'
import { allowedNames, isAllowed, spansToHoldBack } from './allowed.ts'

const tolebi = {
  id: 'tolebi',
  names: { en: 'Zarina Tolebi', ru: 'Зарина Толеби', kk: null },
  variants: ['Z. Tolebi'],
  pseudonym: null,
}
const allowed = allowedNames([tolebi], ['Zarina Tolebi', 'Zareena Tolebi'])

describe('which names may be read', () => {
  it.each([
    'Zarina Tolebi',
    'Tolebi',
    'ZARINA TOLEBI',
    'Tolebi’s',
    'Zareena Tolebi',
    'Зарина Толеби',
    'Зарины Толеби',
    'Tolebi Zarina',
  ])('%s is hers', (name) => expect(isAllowed(name, allowed)).toBe(true))
  it.each(['Bolat Tolebi', 'Zarina Usenova', 'Aigul', 'Толеби Болат', 'Zarina Tolebi Usenova'])(
    '%s is somebody else',
    (name) => expect(isAllowed(name, allowed)).toBe(false),
  )

  it('allows nobody when nobody is shown', () => expect(isAllowed('Zarina Tolebi', [])).toBe(false))
})

describe('what is held back in a text', () => {
  const readable = (text: string, ...names: readonly string[]): string => {
    const mentions = names.map((name) => ({
      name,
      span: { start: text.indexOf(name), end: text.indexOf(name) + name.length },
    }))
    let out = text
    for (const span of [...spansToHoldBack(text, mentions, allowed)].reverse())
      out = `${out.slice(0, span.start)}▒${out.slice(span.end)}`
    return out
  }
  it.each([
    [
      'Police detained Asan Usenov. Usenov’s wife was fined.',
      ['Asan Usenov'],
      'Police detained ▒. ▒ wife was fined.',
    ],
    ['Zarina Tolebi and Asan Usenov met.', ['Zarina Tolebi', 'Asan Usenov'], 'Zarina Tolebi and ▒ met.'],
    ['Bolat Tolebi spoke. Tolebi was held.', ['Bolat Tolebi', 'Tolebi'], '▒ spoke. Tolebi was held.'],
    ['USENOV shouted; usenov is a word here.', ['USENOV'], '▒ shouted; usenov is a word here.'],
    ['Задержан Асан Усенов. У Усенова изъяли телефон.', ['Асан Усенов'], 'Задержан ▒. У ▒ изъяли телефон.'],
  ])('%s', (text, names, expected) => expect(readable(text, ...names)).toBe(expected))
})
