/** Which rows stand behind a number. */
import { expect, test } from 'vitest'
import type { Pack } from '../core/pack.ts'
import { matches, matching, regionsOf } from './filter.ts'
import { incident, penalty, quarter } from './fixture.ts'
import type { Filter } from './views.ts'

const pack = { places: new Map([['kazakhstan', { kind: 'country' }]]) } as unknown as Pack

const law = { code: 'criminal', article: '174', part: null, name: null, provision: 'CC-174' } as const
const one = incident({
  acts: ['detention', 'fine'],
  freedoms: ['assembly'],
  laws: [law],
  penalties: [penalty('fine')],
  date: '2020-02-22',
})

test.each<[Filter, boolean]>([
  [{}, true],
  [{ act: 'detention' }, true],
  [{ act: 'killing' }, false],
  [{ act: 'killing,fine' }, true],
  [{ act: 'detention', freedom: 'expression' }, false],
  [{ law: 'CC-174', region: 'KZ-63', month: '2020-02', penalty: 'fine', kind: 'event' }, true],
  [{ from: '2020-02-22', to: '2020-02-22' }, true],
  [{ from: '2020-02-23' }, false],
  [{ to: '2020-02-21' }, false],
  [{ act: 'no such act' }, false],
])('%j: %s', (filter, expected) => {
  expect(matches(one, filter, pack)).toBe(expected)
})

test('an aggregate is never among single incidents, only where it is asked for', () => {
  const total = incident({ kind: 'aggregate', acts: ['detention'] })
  expect(matches(total, { act: 'detention' }, pack)).toBe(false)
  expect(matches(total, { act: 'detention', kind: 'aggregate' }, pack)).toBe(true)
})

test('an incident that may lie before or after a day is on neither side', () => {
  const month = incident({ date: '2020-03' })
  expect(matches(month, { to: '2020-03-15' }, pack)).toBe(false)
  expect(matches(month, { from: '2020-03-16' }, pack)).toBe(false)
  expect(matches(incident({ date: null }), { from: '2020-01-01' }, pack)).toBe(false)
})

test('a place that is not known, or only the country, is no region', () => {
  expect(regionsOf(incident({ place: null }), pack)).toEqual(['unknown'])
  expect(regionsOf(incident({ place: 'country' }), pack)).toEqual(['country'])
  expect(regionsOf(one, pack)).toEqual(['KZ-63'])
})

test('a narrower filter never gives more rows', () => {
  const rows = quarter(60)
  const wide = matching(rows, { freedom: 'assembly' }, pack)
  const narrow = matching(rows, { freedom: 'assembly', act: 'detention' }, pack)
  expect(wide).toEqual(expect.arrayContaining([...narrow]))
  expect(narrow.length).toBeLessThan(wide.length)
})
