/** Which names may be which recorded person: across scripts, and never more than a question. */
import { expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import type { Person } from '../core/person.ts'
import { likelyPersons } from './likely-persons.ts'

const person = (id: string, en: string, variants: readonly string[] = []): Person => ({
  ...{ id, names: { en, ru: null, kk: null }, variants, pseudonym: null },
})
const PEOPLE = [
  person('asan', 'Asan Usenov'),
  person('aset', 'Aset Usenov'),
  person('aigul', 'Aigul Serikova', ['Aigul Akhmetova']),
]
const asked = (...names: readonly string[]) =>
  likelyPersons(
    names.map((name, index) => ({ record: `r${index}`, claim: `c${index}`, name })),
    PEOPLE,
    knowledge.names,
  ).map((one) => `${one.open.name} = ${one.person}${one.found.same ? '' : '?'}`)

it.each<[string, readonly string[]]>([
  ['Асан Усенов', ['Асан Усенов = asan']],
  ['Асан Үсенов', ['Асан Үсенов = asan']],
  ['Айгуль Ахметова', ['Айгуль Ахметова = aigul']],
  ['А. Усенов', ['А. Усенов = asan', 'А. Усенов = aset']],
  ['Усенов', ['Усенов = asan?', 'Усенов = aset?']],
  ['Bolat Nurlanov', []],
])('«%s»', (name, said) => {
  expect(asked(name).toSorted()).toEqual(said)
})

it('a name on a public page is asked about before names that nobody reads yet', () => {
  const names = ['Айгуль Серикова', 'Айгуль Серикова', 'Асан Усенов']
  const likely = likelyPersons(
    names.map((name, index) => ({ record: `r${index}`, claim: `c${index}`, name, isShown: index === 2 })),
    PEOPLE,
    knowledge.names,
  )
  expect(likely.slice(0, 2).map((one) => [one.person, one.shown])).toEqual([
    ['asan', 1],
    ['aigul', 0],
  ])
})

it('a name of many records is asked about before a name of one, and a doubtful one last', () => {
  expect(asked('Усенов', 'Айгуль Серикова', 'Асан Усенов', 'АСАН УСЕНОВ').slice(0, 3)).toEqual([
    'Асан Усенов = asan',
    'АСАН УСЕНОВ = asan',
    'Айгуль Серикова = aigul',
  ])
})
