/** What may stand as a headline, and that its rows prove it. */
import { expect, test } from 'vitest'
import type { Pack } from '../core/pack.ts'
import type { PublicIncident } from '../core/public-record.ts'
import { matching } from './filter.ts'
import { findingsOf } from './finding.ts'
import { incident, type Told } from './fixture.ts'

const pack = { places: new Map(), provisions: new Map() } as unknown as Pack
const many = (n: number, told: Told): readonly PublicIncident[] =>
  Array.from({ length: n }, (_, i) => incident({ ...told, id: `${told.date}-${told.freedoms?.[0]}-${i}` }))
const emergency = incident({
  id: 'policy',
  kind: 'policy',
  acts: ['emergency_measure'],
  freedoms: ['assembly'],
  date: '2020-03-16',
})

const turn = [
  emergency,
  ...many(10, { date: '2020-02-01', freedoms: ['assembly'] }),
  ...many(2, { date: '2020-02-02', freedoms: ['expression'] }),
  ...many(9, { date: '2020-03-20', freedoms: ['expression'] }),
]

test('after an emergency the cases turn to words', () => {
  const found = findingsOf(turn, pack)[0]
  expect(found).toMatchObject({ rule: 'finding.turn-to-words@1', day: '2020-03-16' })
  expect(found?.shares.map((one) => [one.n.length, one.of.length])).toEqual([
    [9, 10],
    [2, 12],
  ])
})

test('every number of a headline opens exactly its rows', () => {
  for (const finding of findingsOf(turn, pack))
    for (const share of finding.shares) {
      expect(matching(turn, share.filter, pack).map((one) => one.id)).toEqual(share.n)
      expect(matching(turn, share.ofFilter, pack).map((one) => one.id)).toEqual(share.of)
    }
})

test.each<[string, readonly PublicIncident[], string]>([
  [
    'too few incidents after the day',
    [
      emergency,
      ...many(10, { date: '2020-02-01' }),
      ...many(3, { date: '2020-03-20', freedoms: ['expression'] }),
    ],
    'finding.recorded@1',
  ],
  [
    'words were as many before',
    [
      emergency,
      ...many(10, { date: '2020-02-01', freedoms: ['expression'] }),
      ...many(10, { date: '2020-03-20', freedoms: ['expression'] }),
    ],
    'finding.recorded@1',
  ],
  [
    'a third of the incidents take liberty',
    [
      ...many(4, { date: '2020-02-01', acts: ['detention'] }),
      ...many(8, { date: '2020-02-02', acts: ['fine'] }),
    ],
    'finding.custody-share@1',
  ],
  [
    'fewer do',
    [
      ...many(3, { date: '2020-02-01', acts: ['detention'] }),
      ...many(9, { date: '2020-02-02', acts: ['fine'] }),
    ],
    'finding.recorded@1',
  ],
  [
    'one law is used most',
    many(3, {
      date: '2020-02-01',
      laws: [{ code: 'criminal', article: '174', part: null, name: null, provision: 'CC-174' }],
    }),
    'finding.law-most-used@1',
  ],
])('%s', (_, rows, rule) => {
  expect(findingsOf(rows, pack)[0]?.rule).toBe(rule)
})

test('nothing recorded is no finding, and totals of sources make none', () => {
  expect(findingsOf([], pack)).toEqual([])
  expect(findingsOf(many(20, { kind: 'aggregate', acts: ['detention'] }), pack)).toEqual([])
})
