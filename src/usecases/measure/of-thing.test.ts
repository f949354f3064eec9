/** Counts of a thing, added up from what each record adds, are what counting all its records gives. */
import { expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { addedUp } from '../../core/counters.ts'
import type { Measure } from '../../core/measure.ts'
import { measurePeriod } from '../../measure/measure-period.ts'
import { regionsOf } from '../../publish/filter.ts'
import { incident, quarter } from '../../publish/fixture.ts'
import { usesOf } from '../../publish/laws.ts'
import { countersOf, thingCounts } from './of-thing.ts'

const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('no pack')
const ALL = { id: 'all', from: '0000-01-01', to: '9999-12-31' }
const members = [
  ...quarter(60).map((one, index) => ({ incident: one, sure: index % 7 !== 0 })),
  { incident: incident({ id: 'kz-undated', date: null }), sure: true },
  { incident: incident({ id: 'kz-two-days', date: ['2020-03-31', '2020-04-01'] }), sure: true },
  { incident: incident({ id: 'kz-total', kind: 'aggregate' }), sure: true },
]
const counts = thingCounts(
  addedUp(members.map((one) => ({ ...one, counters: countersOf(one.incident, pack, knowledge.codebook) }))),
)
const single = members.filter((one) => one.incident.fields.kind !== 'aggregate')

it('gives the measures of all of them: certain of those that every source puts there, and the most that any says', () => {
  const of = (some: typeof members): readonly Measure[] =>
    measurePeriod(
      some.map((one) => one.incident),
      ALL,
      { pack },
    )
  const key = ({ method, slice }: Measure): string => `${method} ${slice?.facet} ${slice?.value}`
  const most = new Map(of(members).map((one) => [key(one), one.claimed]))
  const expected = of(members.filter((one) => one.sure)).map((one) => ({
    ...one,
    claimed: most.get(key(one)) ?? null,
    rows: [],
  }))
  expect(expected.length).toBeGreaterThan(20)
  expect(counts.measures).toEqual(expected)
})

it('counts each incident once, and aggregates only among the uses of a law', () => {
  expect(counts.all).toEqual({
    certain: single.filter((one) => one.sure).length,
    claimed: single.length,
  })
  expect(counts.laws).toEqual(usesOf(single.map((one) => one.incident)))
  expect(counts.uses).toEqual(usesOf(members.map((one) => one.incident)))
  const regions = single.flatMap((one) => regionsOf(one.incident, pack))
  for (const [region, n] of counts.regions) expect(n).toBe(regions.filter((one) => one === region).length)
})

it('keeps dates that sources disagree on beside one another, and what has none apart', () => {
  const dated = new Map(
    counts.dated.map((one) => [one.dates.map(({ from, to }) => `${from} ${to}`).join(), one]),
  )
  expect(dated.get('')).toMatchObject({ certain: 1, claimed: 1 })
  expect(dated.get('2020-01-01 2020-03-31,2020-04-01 2020-06-30')).toMatchObject({ claimed: 1 })
  expect(counts.dated.reduce((sum, one) => sum + one.claimed, 0)).toBe(single.length)
})
