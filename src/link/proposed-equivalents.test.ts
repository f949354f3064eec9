/** Surnames of names that were judged to be one person: which of them may be one surname, and what follows once somebody said so. */
import { describe, expect, it } from 'vitest'
import { openNames } from '../app/knowledge.ts'
import { compareNames } from '../core/names/compare.ts'
import { withEquivalents } from '../core/names/families.ts'
import { proposedEquivalents } from './proposed-equivalents.ts'

const rules = openNames()
const proposed = (...same: readonly (readonly [string, string])[]): readonly string[] =>
  proposedEquivalents(same, rules).map(({ left, right, times }) => `${left} ${right} ${times}`)

describe('surnames of one person', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['Тлеуханов Асан', 'Asan Tileukhanov', []],
    ['Асан Каримбеков', 'Asan Karimov', ['karim karimbek 1']],
    ['Ищанов Асан', 'Asan Eszhanov', []],
    ['Валиханова Айгуль', 'Айгүл Уәлиханов', []],
    ['Кусаинов Асан', 'Құсайынов Асан', []],
    ['Asan Tasbulatov', 'Асан Тасболатов', []],
    ['Асан Мамедов', 'Asan Mambetov', ['mambet mamed 1']],
    ['Асан Усенов', 'Asan Ussenov', []],
    ['Айгуль Серикова', 'Айгуль Омарова', []],
    ['Асан Усенов', 'A. Usenov', []],
    ['Асан Мамедов', 'Болат Мамбетов', []],
    ['Асан Кабенович', 'Асан Қабенұлы', []],
  ])('%s and %s propose %j', (a, b, pairs) => {
    expect(proposed([a, b])).toEqual(pairs)
  })

  it('are proposed once, however often they were met, and the most often met first', () => {
    expect(
      proposed(
        ['Асан Каримбеков', 'Asan Karimov'],
        ['Асан Мамедов', 'Asan Mambetov'],
        ['Данара Мәмбет', 'Danara Mamedova'],
        ['Болат Мамбетов', 'Bolat Mamedov'],
      ),
    ).toEqual(['mambet mamed 2', 'karim karimbek 1'])
  })
})

it('what somebody accepted is one name from then on, with that reason, for man and woman, and for nobody else', () => {
  const [a, b] = ['Динара Каримбекова', 'Dinara Karimova']
  expect(compareNames(a, b, 'Person', rules)?.same).toBe(false)
  const grown = withEquivalents(rules, [{ left: 'karim', right: 'karimbek' }])
  const found = compareNames(a, b, 'Person', grown)
  expect([found?.same, found?.why.map((one) => one.kind)]).toEqual([true, ['equal', 'accepted']])
  expect(compareNames('Динара Каримбекова', 'Асель Каримова', 'Person', grown)?.same).toBe(false)
  expect(compareNames('Dinara Karim', 'Динара Кәрімбек', 'Person', grown)?.same).toBe(true)
  expect(compareNames(a, 'Dinara Omarova', 'Person', grown)?.same).toBe(false)
  expect(proposedEquivalents([[a, b]], grown)).toEqual([])
  expect(compareNames(a, b, 'Person', rules)?.same).toBe(false)
})
