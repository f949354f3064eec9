/** What about a passage needs a person: each doubt on claims that have it, none on claims that do not, and the order they make. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import type { Claim, ClaimBasis } from '../core/claim.ts'
import { parsePartialDate } from '../core/partial-date.ts'
import { barePenalty, type Field } from '../core/values.ts'
import { doubtsOf } from './doubts.ts'
import { inQueue, nextIn } from './queue.ts'

const rules = knowledge.codebook.review.queue
const data = { pack: knowledge.packs.get('kz') ?? null, names: knowledge.names }
const claim = (field: Field, value: unknown, basis: ClaimBasis = 'stated'): Claim =>
  ({
    id: `${field} ${JSON.stringify(value)}`,
    field,
    value,
    document: 'd',
    span: null,
    reader: { kind: 'rule', rule: 'x@1' },
    basis,
  }) as unknown as Claim
const person = (name: string): Claim => claim('person', { name, aliases: [], role: null, harmed: true })
const fine = (amount: number, currency: string | null = 'KZT'): Claim =>
  claim('penalty', { ...barePenalty('fine'), amount, currency })
const on = (date: string): Claim => claim('date', parsePartialDate(date))
const SURE = [on('2020-05-07'), claim('act', 'detention')]

describe('a doubt', () => {
  it.each<[string, readonly Claim[], readonly (readonly [string, number])[]]>([
    ['none where all is said once', SURE, []],
    ['two days', [...SURE, on('2020-05-08')], [['two-values', 2]]],
    ['one day said twice is one day', [...SURE, on('2020-05-07')], []],
    ['two kinds', [...SURE, claim('kind', 'event'), claim('kind', 'policy')], [['two-values', 2]]],
    [
      'a man and a woman of one surname',
      [...SURE, person('Asan Usenov'), person('Aigul Usenova')],
      [
        ['shared-name', 2],
        ['named', 2],
      ],
    ],
    [
      'the same in Russian',
      [...SURE, person('Асан Усенов'), person('Айгуль Усенова')],
      [
        ['shared-name', 2],
        ['named', 2],
      ],
    ],
    ['two surnames', [...SURE, person('Asan Usenov'), person('Aigul Serikova')], [['named', 2]]],
    ['one name said three times', [...SURE, person('Asan Usenov'), person('Asan  Usenov')], [['named', 1]]],
    [
      'a surname alone',
      [...SURE, person('Usenov')],
      [
        ['one-name', 1],
        ['named', 1],
      ],
    ],
    ['fifty units of the day', [...SURE, fine(138_900)], []],
    ['a sum that is no number of units', [...SURE, fine(138_901)], [['sum', 1]]],
    ['money of another country has no units here', [...SURE, fine(138_901, 'USD')], []],
    ['no unit is known of a day that is not', [claim('act', 'fine'), fine(138_901)], [['loose-date', 1]]],
    [
      'a law that a rule concluded',
      [...SURE, claim('law', { code: 'administrative', article: '488' }, 'inferred')],
      [['inferred', 1]],
    ],
    ['a law that stands there', [...SURE, claim('law', { code: 'administrative', article: '488' })], []],
    ['a month', [on('2020-05'), claim('act', 'detention')], [['loose-date', 1]]],
    ['no act', [on('2020-05-07')], [['no-act', 1]]],
  ])('%s', (_what, claims, expected) => {
    expect(doubtsOf(claims, rules, data).map(({ doubt, n }) => [doubt, n])).toEqual(expected)
  })

  it('names the field that holds two values, and the rule with its version', () => {
    expect(doubtsOf([...SURE, on('2020-05-08')], rules, data)).toEqual([
      { rule: 'queue.two-values@1', doubt: 'two-values', n: 2, field: 'date' },
    ])
  })
})

describe('the queue', () => {
  const passage = (key: string, claims: readonly Claim[]) => ({ key, doubts: doubtsOf(claims, rules, data) })
  const some = [
    passage('0', SURE),
    passage('1', [...SURE, person('Asan Usenov')]),
    passage('2', [...SURE, person('Usenov')]),
    passage('3', [...SURE, on('2020-05-08')]),
    passage('4', SURE),
    passage('5', [...SURE, on('2020-05-09'), person('Usenov')]),
  ]
  it('has the gravest doubt first, then more doubts, then the order of the text, and sure ones last', () => {
    expect(inQueue(some, rules).map((one) => one.key)).toEqual(['5', '3', '2', '1', '0', '4'])
  })
  it('follows the order of the file and not of the program', () => {
    expect(
      inQueue(some, [...rules].reverse())
        .slice(0, 2)
        .map((one) => one.key),
    ).toEqual(['5', '2'])
  })
  it('leads on from where somebody is, and from the end to the beginning', () => {
    const keys = ['5', '3', '0']
    expect(['5', '3', '0', 'elsewhere'].map((key) => nextIn(keys, key))).toEqual(['3', '0', '5', '5'])
    expect(nextIn(['5'], '5')).toBeNull()
    expect(nextIn([], '5')).toBeNull()
  })
})
