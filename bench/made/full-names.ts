/** A seed → invented persons with their whole name in one cell, half of it in Cyrillic, in either order. */
import { invented } from '../../src/link/fixture.ts'
import type { Made } from './words.ts'
import { drawing } from './words.ts'

const [LATIN, CYRILLIC] = ['abvgdeziklmnoprstuf', 'абвгдезиклмнопрстуф']
const inCyrillic = (word: string): string =>
  [...word.toLowerCase().replaceAll('zh', 'ж')]
    .map((letter) => [...CYRILLIC][[...LATIN].indexOf(letter)] ?? letter)
    .join('')
    .replace(/^./u, (first) => first.toUpperCase())

export function fullNames(rows: number, seed: number): Made {
  const draw = drawing(seed)
  const all = [...invented(rows, seed)]
  return {
    columns: ['id', 'name', 'born', 'town'],
    rows: all.map(({ id, given, surname, born, town }) => {
      const words = draw.chance(0.5) ? [given, surname] : [surname, given]
      return [id, (draw.chance(0.5) ? words.map(inCyrillic) : words).join(' '), born, town]
    }),
    answers: new Map(all.map(({ id, person }) => [id, person])),
  }
}
