/** People on record who are one: what names in records say against it keeps them apart, and taking it back leaves no trace. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Held, Incident } from '../record.ts'
import type { PersonValue } from '../values.ts'
import { asOnePerson, leads, onePerson, withOnePerson } from './one-person.ts'
import { keyOf, ordered, type PairVerdict, type SaidOfPair } from './pairs.ts'

let tick = 0
const say = (left: string, right: string, verdict: PairVerdict, by = 'lena', blind = false): SaidOfPair => {
  tick += 1
  return { left, right, verdict, by, at: new Date(tick * 1000).toISOString(), why: '', blind }
}
const isOne = (left: string, right: string): readonly SaidOfPair[] => [
  say(left, right, 'same'),
  say(left, right, 'cleared', 'bota'),
]

describe('people on record', () => {
  it.each([
    ['nothing is said of names', [], true],
    ['a name is the one', [say('c-1', 'a', 'same')], true],
    ['a name is the one and not the other', [say('c-1', 'a', 'same'), say('c-1', 'b', 'different')], false],
    ['a name is neither', [say('c-1', 'a', 'different'), say('c-1', 'b', 'different')], true],
    [
      'a name was the one, is somebody else by now, and not the other',
      [say('c-1', 'a', 'same'), say('c-1', 'z', 'same'), say('c-1', 'b', 'different')],
      true,
    ],
    [
      'that a name is not the other was taken back',
      [say('c-1', 'a', 'same'), say('c-1', 'b', 'different'), say('c-1', 'b', 'none')],
      true,
    ],
    [
      'a blind judge differs on a name, and nobody has settled it',
      [say('c-1', 'a', 'same'), say('c-1', 'b', 'same'), say('c-1', 'b', 'different', 'bota', true)],
      true,
    ],
  ] as const)('are shown as one where %s: %#', (_, names, shown) => {
    const one = onePerson(isOne('a', 'b'), names)
    expect(one.merged).toEqual(shown ? [['a', 'b']] : [])
    expect(one.contradictions).toHaveLength(shown ? 0 : 1)
    // What one may not be shown as, neither may, whatever is wrong with the judgements.
    expect(one.bound).toEqual([['a', 'b']])
  })

  it('are bound by one another while one judge says so, even against a second one', () => {
    const doubted = [...isOne('a', 'b'), say('a', 'b', 'different', 'marat', true)]
    expect([onePerson(doubted, []).merged, onePerson(doubted, []).bound]).toEqual([[], [['a', 'b']]])
    const settled = [...doubted, say('a', 'b', 'different', 'bota')]
    expect(onePerson(settled, []).bound).toEqual([])
  })
})

const person = (id: string | null, name: string, harmed: PersonValue['harmed'] = true): Held<'person'> => ({
  field: 'person',
  value: { name, aliases: [], role: null, harmed },
  claims: [],
  person: id,
})
const record = (values: readonly Held[]): Incident => ({
  ...{ id: 'kz-2024-05-07-a', country: 'kz', version: 1, tellings: [], links: [] },
  rulings: [{ field: 'person', verdict: 'stands', values, by: 'lena', at: '', why: null }],
})
const into = leads([['a', 'b', 'd']])

describe('a record', () => {
  it.each([
    ['of the other names the first', [person('b', 'B')], [['a', 'B', []]]],
    ['of both names one person with both names', [person('b', 'B'), person('a', 'A')], [['a', 'B', ['A']]]],
    [
      'of strangers is as it was',
      [person('z', 'Z'), person(null, 'A')],
      [
        ['z', 'Z', []],
        [null, 'A', []],
      ],
    ],
    [
      'keeps two who were not both harmed: somebody has to look',
      [person('b', 'B'), person('a', 'A', false)],
      [
        ['a', 'B', []],
        ['a', 'A', []],
      ],
    ],
    [
      'that says one person twice says so still',
      [person('a', 'A'), person('a', 'A')],
      [
        ['a', 'A', []],
        ['a', 'A', []],
      ],
    ],
  ] as const)('%s', (_, values, expected) => {
    const held = withOnePerson(record(values), into).rulings[0]?.values as readonly Held<'person'>[]
    expect(held.map((one) => [one.person, one.value.name, one.value.aliases])).toEqual(expected)
  })
})

it('the first keeps the id and the names it has; of the others what it lacks, and every spelling', () => {
  const names = (en: string, ru: string | null) => ({ en, ru, kk: null })
  const [a, b] = [
    { id: 'a', names: names('Asan Usenov', null), variants: ['A. Usenov'], pseudonym: null },
    { id: 'b', names: names('Asan Üsenov', 'Асан Усенов'), variants: [], pseudonym: 'A.' },
  ]
  expect(asOnePerson([a, b])).toEqual({
    id: 'a',
    names: names('Asan Usenov', 'Асан Усенов'),
    variants: ['A. Usenov', 'Asan Üsenov'],
    pseudonym: 'A.',
  })
})

const PEOPLE = ['a', 'b', 'd', 'e']
const judgement = fc
  .record({
    ends: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 2, maxLength: 2 }),
    verdict: fc.constantFrom<PairVerdict>('same', 'same', 'different', 'unsure', 'none', 'cleared'),
  })
  .map(({ ends: [x = 'a', y = 'b'], verdict }) => say(...ordered(x, y), verdict))
const ofName = fc
  .record({
    claim: fc.constantFrom('c-1', 'c-2', 'c-3'),
    person: fc.constantFrom(...PEOPLE),
    verdict: fc.constantFrom<PairVerdict>('same', 'different', 'unsure', 'none'),
  })
  .map(({ claim, person: id, verdict }) => say(claim, id, verdict))
const viewOf = (said: readonly SaidOfPair[], names: readonly SaidOfPair[]) => {
  const { judged, bound, sound, merged } = onePerson(said, names)
  return { judged, bound, sound, merged }
}

describe('any judgements on people and on names', () => {
  it('are undone by taking those on people back: the view is the one without them', () => {
    fc.assert(
      fc.property(fc.array(judgement), fc.array(judgement), fc.array(ofName), (before, after, names) => {
        const keys = new Set(after.map((one) => keyOf(one.left, one.right)))
        const apart = before.filter((one) => !keys.has(keyOf(one.left, one.right)))
        const back = [...keys].map((key) => say(key.split(' ')[0] ?? '', key.split(' ')[1] ?? '', 'none'))
        expect(viewOf([...apart, ...after, ...back], names)).toEqual(viewOf(apart, names))
      }),
    )
  })
  it('make nobody one who was judged to be two, and bind whoever they make one', () => {
    fc.assert(
      fc.property(fc.array(judgement), fc.array(ofName), (said, names) => {
        const { merged, bound, pairs } = onePerson(said, names)
        for (const group of merged)
          for (const a of group)
            for (const b of group) {
              expect(pairs.get(keyOf(a, b))?.verdict).not.toBe('different')
              expect(bound.some((one) => one.includes(a) && one.includes(b))).toBe(true)
            }
      }),
    )
  })
})
