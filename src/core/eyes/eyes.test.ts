import { expect, it } from 'vitest'
import { ROOT } from '../../../test/world.ts'
import { loadKnowledge } from '../../adapters/load-knowledge.ts'
import { type EyesIndex, resembling } from './resembling.ts'
import { readyFor, termsOf } from './terms.ts'

const alike = loadKnowledge(ROOT).codebook.alike
const ready = readyFor(alike)
const groupsIn = (text: string): readonly string[] =>
  [...termsOf(text, ready).keys()].filter((one) => one.startsWith('=')).map((one) => one.slice(1))

it.each([
  ['Come to the rally on Saturday', ['rally', 'call-to-come']],
  ['Приходите на митинг в субботу', ['rally', 'call-to-come']],
  ['Сенбіде митингке келіңіз', ['rally', 'call-to-come']],
  ['Выходим на площадь', ['rally']],
  ['В больнице вирус, врачи молчат', ['virus', 'health']],
  ['Ауруханада вирус, дәрігерлер үндемейді', ['virus', 'health']],
  ['A joke about the president', ['president', 'satire']],
  ['Елбасы туралы әзіл', ['president', 'satire']],
  ['The police were paid', ['police']],
  ['Полицейский у вокзала дурак и хам', ['police', 'insult']],
  ['Бұл полицей ақымақ', ['insult']],
  ['Мен тыйым салынған қозғалысты қолдаймын', ['banned-movement']],
])('finds in “%s” what it is about, in whatever language', (text, about) => {
  expect(groupsIn(text)).toEqual(expect.arrayContaining(about))
})

it.each([
  ['A campaign about an airport, with a warning', ['xinjiang', 'environment', 'war']],
  ['Судьба построек долгая', ['trial', 'post', 'poverty']],
  ['Хамон и дурацкая погода, футбол', ['insult']],
  ['Мемлекет жалақы төлейді', ['satire', 'slander']],
  ['On 12 March 2020 nothing happened', ['rally']],
])('is not misled in “%s” by a word that only begins alike', (text, not) => {
  expect(groupsIn(text)).not.toEqual(expect.arrayContaining(not.slice(0, 1)))
  for (const one of not) expect(groupsIn(text)).not.toContain(one)
})

it('gives the words of the reader, ё as е, for every term', () => {
  const terms = termsOf('Заключённый, заключенного!', ready)
  expect(terms.get('=prisoner')).toEqual(['заключенный', 'заключенного'])
})

const index: EyesIndex = {
  alike,
  terms: ['=rally', '=virus', 'square', 'statue'],
  laws: [{ terms: [] }, { terms: [] }, { terms: [3] }],
  cases: [
    { laws: [0], terms: [0, 2] },
    { laws: [1], terms: [1] },
    { laws: [0, 1], terms: [0, 1] },
  ],
}

it('puts the law with the nearest cases first, and says which words are alike', () => {
  const [first, second, ...rest] = resembling(index, 'A rally on the square')
  expect(first?.law).toBe(0)
  expect(first?.cases[0]).toEqual({ at: 0, words: ['rally', 'square'] })
  expect(second?.law).toBe(1)
  expect(rest).toEqual([])
})

it('shows nothing where one ordinary word is alike, or none is', () => {
  expect(resembling(index, 'square')).toEqual([])
  expect(resembling(index, 'Мен мысықтарды жақсы көремін')).toEqual([])
  expect(resembling(index, '')).toEqual([])
})

it('gives no score, no chance and no verdict: places and words alone', () => {
  const keys = resembling(index, 'rally virus').flatMap((law) => [
    ...Object.keys(law),
    ...law.cases.flatMap((one) => Object.keys(one)),
  ])
  expect(new Set(keys)).toEqual(new Set(['law', 'cases', 'at', 'words']))
})

it('shows a law by what it is called with its cases, where none of them was told in such words', () => {
  const titled = {
    ...index,
    laws: [{ terms: [] }, { terms: [1] }, { terms: [3] }],
    cases: index.cases.slice(0, 2),
  }
  const [first] = resembling({ ...titled, cases: [{ laws: [1], terms: [2] }] }, 'a virus')
  expect(first).toEqual({ law: 1, cases: [{ at: 0, words: [] }] })
  // A title of ordinary words calls nothing.
  expect(resembling({ ...titled, cases: [{ laws: [2], terms: [2] }] }, 'statue')).toEqual([])
})

it('does without the case that is left out', () => {
  expect(resembling(index, 'rally square', 0)[0]?.cases.map((one) => one.at)).toEqual([2])
})
