/** Where nobody looked: an empty place is no calm place, and what one collector did not see another may have. */
import { describe, expect, it } from 'vitest'
import { countedFrom } from '../counts/counted.ts'
import { incident, PACK } from '../fixture.ts'
import { type Collected, coverageOf, type Statement } from './matrix.ts'

const SPANS = ['1', '2'].map((n) => ({
  id: `2020-q${n}`,
  from: n === '1' ? '2020-01-01' : '2020-04-01',
  to: n === '1' ? '2020-03-31' : '2020-06-30',
}))
const there = (date: string | null, regions: readonly (string | null)[], collectors = ['A']): Collected => ({
  counted: {
    ...countedFrom(incident({ dates: [date], regions }), {
      pack: PACK,
      words: { roles: [], institutions: [] },
    }),
    fingerprint: 1,
  },
  collectors,
})
const said = (more: Partial<Statement> = {}): Statement => ({
  ...{ id: 's', collector: 'A', region: 'r1', from: '2020-01-01', to: '2020-03-31', looked: 'looked' },
  ...more,
})
const seen = (all: readonly Collected[], statements: readonly Statement[], collector: string | null = null) =>
  coverageOf(all, statements, { regions: ['r1', 'r2'], spans: SPANS, facet: 'quarter', collector }).cells.map(
    (one) => `${one.region} ${one.span.slice(5)} ${one.seen}`,
  )

describe('a place and a time', () => {
  it.each([
    ['nothing at all', [], [], ['unsaid', 'unsaid', 'unsaid', 'unsaid']],
    ['a record', [there('2020-02-17', ['r1'])], [], ['found', 'unsaid', 'unsaid', 'unsaid']],
    ['somebody who looked at all of it', [], [said()], ['looked', 'unsaid', 'unsaid', 'unsaid']],
    [
      'somebody who looked for a month',
      [],
      [said({ to: '2020-01-31' })],
      ['partly', 'unsaid', 'unsaid', 'unsaid'],
    ],
    [
      'somebody who looked in the whole country',
      [],
      [said({ region: null, to: '2020-06-30' })],
      ['looked', 'looked', 'looked', 'looked'],
    ],
    [
      'a record where nobody is said to have looked',
      [there('2020-02-17', ['r1'])],
      [said({ looked: 'not' })],
      ['found', 'unsaid', 'unsaid', 'unsaid'],
    ],
    [
      'one who did not look and one who did',
      [],
      [said({ looked: 'not' }), said({ collector: 'B' })],
      ['looked', 'unsaid', 'unsaid', 'unsaid'],
    ],
    ['one who did not look', [], [said({ looked: 'not' })], ['not', 'unsaid', 'unsaid', 'unsaid']],
  ] as const)('with %s', (_what, all, statements, expected) => {
    expect(seen(all, statements).map((one) => one.split(' ')[2])).toEqual(expected)
  })

  it('is told of one collector alone: records of another are not theirs', () => {
    const all = [there('2020-02-17', ['r1'], ['B'])]
    expect(seen(all, [said({ looked: 'not' })], 'A')[0]).toBe('r1 q1 not')
    expect(seen(all, [said({ looked: 'not' })], 'B')[0]).toBe('r1 q1 found')
  })

  it('loses no record in silence: without a place or an exact time it stands in no cell, and is told', () => {
    const all = [
      there('2020', ['r1']),
      there('2020-02-17', [null]),
      there(null, []),
      there('2020-02-17', ['r1']),
    ]
    const { nowhere, cells } = coverageOf(all, [], {
      regions: ['r1', 'r2'],
      spans: SPANS,
      facet: 'quarter',
      collector: null,
    })
    expect([nowhere, cells.reduce((n, one) => n + one.records, 0)]).toEqual([3, 1])
  })
})
