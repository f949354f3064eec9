/** Incidents over time: what is certain and what may be, and that no drawing adds to either. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parsePartialDate } from '../core/partial-date.ts'
import { type Dated, overTime } from './over-time.ts'

const of = (date: string | readonly string[] | null, sure = true): Dated => ({
  dates: [date ?? []].flat().flatMap((one) => parsePartialDate(one) ?? []),
  certain: sure ? 1 : 0,
  claimed: 1,
})
const told = (members: readonly Dated[], also: readonly string[] = []): readonly string[] =>
  overTime(members, also)
    .columns.filter((one) => one.claimed > 0)
    .map((one) => `${one.id} ${one.certain}-${one.claimed}`)

describe('a thing of few years is told by quarters, of many by years', () => {
  it.each<[string, readonly Dated[], readonly string[]]>([
    ['a day is in its quarter', [of('2020-02-17')], ['2020-q1 1-1']],
    [
      'a year may be any quarter of it',
      [of('2020')],
      ['2020-q1 0-1', '2020-q2 0-1', '2020-q3 0-1', '2020-q4 0-1'],
    ],
    [
      'sources that disagree on the date put it in both, certain in none',
      [of(['2020-01-05', '2020-04-05'])],
      ['2020-q1 0-1', '2020-q2 0-1'],
    ],
    ['only some sources put the thing there', [of('2020-02-17', false)], ['2020-q1 0-1']],
    ['an open end is not closed by us', [of('..2020-02-22')], ['2020-q1 0-1']],
    ['many years make columns of years', [of('2011-12-16'), of('2020-02')], ['2011 1-1', '2020 1-1']],
  ])('%s', (_, members, expected) => {
    expect(told(members)).toEqual(expected)
  })
})

it('says how many have no date, and draws nothing of nothing', () => {
  expect(overTime([of(null)])).toEqual({ columns: [], undated: 1 })
  expect(overTime([], ['2020-01-01'])).toEqual({ columns: [], undated: 0 })
})

it('leaves room for the changes of a law before and after', () => {
  expect(overTime([of('2016-05-17')], ['2014-07-03', '2020-06-30']).columns.map((one) => one.id)).toEqual([
    ...['2014', '2015', '2016', '2017', '2018', '2019', '2020'],
  ])
})

test('columns follow each other without a gap, none certain of more than it may hold, each incident in one at least', () => {
  const date = fc.oneof(
    fc.integer({ min: 2009, max: 2030 }).map(String),
    fc
      .tuple(fc.integer({ min: 2009, max: 2030 }), fc.integer({ min: 10, max: 12 }))
      .map(([y, m]) => `${y}-${m}`),
    fc
      .tuple(fc.integer({ min: 2009, max: 2030 }), fc.integer({ min: 10, max: 28 }))
      .map(([y, d]) => `${y}-11-${d}`),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(date, fc.boolean()), { minLength: 1, maxLength: 8 }), (dates) => {
      const members = dates.map(([one, sure]) => of(one, sure))
      const { columns } = overTime(members)
      expect(columns.every((one) => one.certain <= one.claimed)).toBe(true)
      expect(columns.reduce((sum, one) => sum + one.claimed, 0)).toBeGreaterThanOrEqual(members.length)
      expect(columns.reduce((sum, one) => sum + one.certain, 0)).toBeLessThanOrEqual(members.length)
      for (const [index, one] of columns.entries())
        if (index > 0)
          expect(Date.parse(one.from) - Date.parse(columns[index - 1]?.to ?? '')).toBe(86_400_000)
    }),
    { numRuns: 200 },
  )
})
