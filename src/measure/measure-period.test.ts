/** Measures of a period: what is counted, what is not, and the algebra that counting keeps. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Measure, type Period, periodOf } from '../core/measure.ts'
import type { PublicIncident } from '../core/public-record.ts'
import { FREEDOMS, INCIDENT_KINDS } from '../core/values.ts'
import { group, incident, named, PACK, penalty, type Sketch, WITHHELD } from './fixture.ts'
import { measurePeriod } from './measure-period.ts'
import { MEASURE_RULES } from './rules.ts'

const QUARTER = periodOf('2020-q1') as Period
const of = (...incidents: readonly PublicIncident[]): Measure[] =>
  measurePeriod(incidents, QUARTER, { pack: PACK })
const find = (measures: readonly Measure[], method: string, slice: string | null): Measure | undefined =>
  measures.find(
    (one) =>
      one.method === `${method}@1` &&
      (one.slice === null ? null : `${one.slice.facet} ${one.slice.value}`) === slice,
  )
const ends = (measure: Measure | undefined): readonly unknown[] | undefined =>
  measure && [measure.certain, measure.claimed, measure.rows]

describe('which incidents count in a quarter', () => {
  const counted = (sketch: Sketch): number =>
    find(of(incident(sketch)), 'count.incidents', null)?.certain ?? 0
  test.each<[string, Sketch, number]>([
    ['a day in it', { dates: ['2020-03-31'] }, 1],
    ['a month in it', { dates: ['2020-02'] }, 1],
    ['days in it', { dates: ['2020-02-07..2020-02-08'] }, 1],
    ['background with its own date in it', { kind: 'background' }, 1],
    ['a policy', { kind: 'policy' }, 1],
    ['an aggregate', { kind: 'aggregate' }, 0],
    ['background of another year', { kind: 'background', dates: ['2012-11-03'] }, 0],
    ['a year that is longer', { dates: ['2020'] }, 0],
    ['days that go beyond it', { dates: ['2020-03-30..2020-04-02'] }, 0],
    [
      'a day whose start is not known',
      { dates: [{ from: null, to: '2020-02-22', precision: 'unknown' }] },
      0,
    ],
    ['no date', { dates: [null] }, 0],
    ['nothing said of a date', { dates: [] }, 0],
    ['two dates, one outside', { dates: ['2020-02-03', '2020-05-03'], disputed: ['date'] }, 0],
  ])('%s', (_, sketch, expected) => {
    expect(counted(sketch)).toBe(expected)
  })
})

test('no incidents give no measures, never zeros', () => {
  expect(of()).toEqual([])
})

test('of two versions of an incident the newer counts', () => {
  const measures = of(incident({ version: 2, acts: ['fine'] }), incident({ version: 1, acts: ['search'] }))
  expect(find(measures, 'count.incidents', 'act fine')?.rows).toEqual(['a'])
  expect(find(measures, 'count.incidents', 'act search')).toBeUndefined()
})

test('incidents by act, law, region, freedom, month, penalty, kind; what is unknown has no slice', () => {
  const measures = of(
    incident({
      id: 'b',
      acts: ['fine', 'detention'],
      freedoms: ['assembly'],
      provisions: ['admin-488', null],
      regions: ['almaty', null],
    }),
    incident({
      id: 'a',
      acts: ['fine'],
      dates: ['2020-03-02'],
      penalties: [penalty('fine')],
      freedoms: ['assembly', 'expression'],
    }),
  )
  const incidents = measures.filter((one) => one.method === 'count.incidents@1')
  expect(
    incidents.map((one) => [one.slice ? `${one.slice.facet} ${one.slice.value}` : 'all', one.rows.join()]),
  ).toEqual([
    ...[
      ['all', 'a,b'],
      ['act detention', 'b'],
      ['act fine', 'a,b'],
      ['law admin-488', 'b'],
      ['region almaty', 'b'],
    ],
    ...[
      ['freedom assembly', 'a,b'],
      ['freedom expression', 'a'],
      ['month 2020-02', 'b'],
      ['month 2020-03', 'a'],
    ],
    ...[
      ['penalty fine', 'a'],
      ['kind event', 'a,b'],
    ],
  ])
})

test('a region that only some sources say is claimed, not certain; where nothing is certain there is no measure', () => {
  const disputed = incident({ id: 'b', regions: ['almaty', 'zhetisu'], disputed: ['place'] })
  const measures = of(incident({ regions: ['almaty'] }), disputed)
  expect(ends(find(measures, 'count.incidents', 'region almaty'))).toEqual([1, 2, ['a']])
  expect(find(measures, 'count.incidents', 'region zhetisu')).toBeUndefined()
})

test('persons are added over incidents; an open end opens the sum; an incident that names nobody is no row', () => {
  const measures = of(
    incident({ id: 'a', acts: ['detention'], people: [named('p1'), WITHHELD] }),
    incident({ id: 'b', acts: ['detention'], groups: [group('people detained', 50, null, 'at_least')] }),
    incident({ id: 'c', acts: ['detention'] }),
    incident({
      id: 'd',
      acts: ['detention'],
      kind: 'aggregate',
      groups: [group('people detained', 300, 300)],
    }),
  )
  expect(ends(find(measures, 'count.persons', 'act detention'))).toEqual([52, null, ['a', 'b']])
  expect(ends(find(measures, 'count.persons', null))).toEqual([52, null, ['a', 'b']])
})

test('penalties, days and money', () => {
  const days = 'administrative_detention'
  const measures = of(
    incident({ id: 'a', penalties: [penalty(days, { days: 5, persons: 2 }), penalty(days, { days: 15 })] }),
    incident({ id: 'b', penalties: [penalty(days, { min: 2, max: 7, unit: 'days', persons: 4 })] }),
    incident({
      id: 'c',
      penalties: [penalty('fine', { amount: 132_550, currency: 'KZT', persons: 3, indexMultiple: 50 })],
    }),
    incident({
      id: 'd',
      penalties: [
        penalty('fine', { amount: 10_000, currency: 'KZT' }),
        penalty('fine', { amount: 20_000, currency: 'KZT' }),
      ],
      disputed: ['penalty'],
    }),
  )
  expect(ends(find(measures, 'count.penalties', `penalty ${days}`))).toEqual([7, 7, ['a', 'b']])
  expect(ends(find(measures, 'sum.days', `penalty ${days}`))).toEqual([33, 53, ['a', 'b']])
  expect(ends(find(measures, 'count.penalties', 'penalty fine'))).toEqual([4, 4, ['c', 'd']])
  expect(ends(find(measures, 'sum.money', 'penalty fine'))).toEqual([407_650, 417_650, ['c', 'd']])
})

test('what nobody says about a penalty is never zero', () => {
  const unknown = of(
    incident({ penalties: [penalty('fine', { persons: null }), penalty('administrative_detention')] }),
  )
  expect(ends(find(unknown, 'count.penalties', 'penalty fine'))).toEqual([1, null, ['a']])
  expect(unknown.filter((one) => one.method.startsWith('sum.'))).toEqual([])
  const euro = penalty('fine', { amount: 50, currency: 'EUR' })
  const mixed = of(incident({ penalties: [euro, penalty('fine', { amount: 100, currency: 'tenge' })] }))
  expect(ends(find(mixed, 'sum.money', 'penalty fine'))).toEqual([100, null, ['a']])
})

test('every method of a measure is a rule with a reason and an example', () => {
  const ids = MEASURE_RULES.map((one) => one.id)
  expect(new Set(ids).size).toBe(ids.length)
  const all = of(
    incident({
      acts: ['fine'],
      people: [WITHHELD],
      penalties: [
        penalty('fine', { amount: 5, currency: 'KZT' }),
        penalty('administrative_detention', { days: 1 }),
      ],
    }),
  )
  expect([...new Set(all.map((one) => one.method))].every((one) => ids.includes(one))).toBe(true)
  expect(new Set(all.map((one) => one.method)).size).toBe(5)
  for (const { id, reason, example } of MEASURE_RULES) {
    expect(id).toMatch(/^[a-z-]+\.[a-z-]+@\d+$/)
    expect(reason.en.length * example.length).toBeGreaterThan(0)
  }
})

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null })
const count = fc.nat({ max: 60 })
const few = <T>(...values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const anyGroup = fc
  .tuple(
    fc.constantFrom('people detained', 'activists', 'fined', 'houses'),
    maybe(count),
    count,
    fc.boolean(),
  )
  .map(([what, min, more, open]) =>
    group(what, min, open ? null : (min ?? 0) + more, open ? 'at_least' : 'exact'),
  )
const anyPenalty = fc
  .record({
    days: maybe(count),
    amount: maybe(count),
    persons: maybe(count),
    currency: fc.constantFrom('KZT', null),
  })
  .chain((more) =>
    fc.constantFrom('fine' as const, 'administrative_detention' as const).map((type) => penalty(type, more)),
  )
const anyIncident: fc.Arbitrary<PublicIncident> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...INCIDENT_KINDS),
    dates: fc.array(fc.constantFrom('2020-02-03', '2020-03', '2020', '2021-01-01', null), { maxLength: 2 }),
    people: fc.array(fc.constantFrom(named('p1'), named('p2'), WITHHELD), { maxLength: 3 }),
    groups: fc.array(anyGroup, { maxLength: 3 }),
    acts: few('detention', 'arrest', 'fine', 'search', 'release', 'administrative_detention'),
    freedoms: few(...FREEDOMS),
    regions: few('almaty', 'zhetisu', null),
    penalties: fc.array(anyPenalty, { maxLength: 3 }),
    disputed: few('group', 'act', 'place', 'penalty', 'person', 'date'),
  })
  .map(incident)
const many = fc.uniqueArray(anyIncident, { maxLength: 8, selector: (one) => one.id })
const keyOf = (one: Measure): string => JSON.stringify([one.method, one.slice])

describe('the algebra of counting', () => {
  test('the order of incidents, and telling one twice, changes nothing', () => {
    fc.assert(
      fc.property(many, (incidents) => {
        expect(of(...incidents.toReversed(), ...incidents.slice(0, 2))).toEqual(of(...incidents))
      }),
    )
  })
  test('certain is above zero and never above claimed; rows are each there once; an incident is a row', () => {
    fc.assert(
      fc.property(many, (incidents) => {
        const measures = of(...incidents)
        expect(new Set(measures.map(keyOf)).size).toBe(measures.length)
        for (const one of measures) {
          expect(one.certain).toBeGreaterThan(0)
          expect(one.claimed ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(one.certain)
          expect([...new Set(one.rows)].sort()).toEqual(one.rows)
          if (one.unit === 'incidents') expect(one.certain).toBe(one.rows.length)
        }
      }),
    )
  })
  test('one more incident never lowers what is certain, and drops no measure', () => {
    fc.assert(
      fc.property(many, anyIncident, (incidents, more) => {
        const after = new Map(of(...incidents, more).map((one) => [keyOf(one), one]))
        for (const before of of(...incidents))
          expect(after.get(keyOf(before))?.certain ?? 0).toBeGreaterThanOrEqual(before.certain)
      }),
    )
  })
  test('one more source that says the same changes nothing', () => {
    const echo = (one: PublicIncident): PublicIncident => ({
      ...one,
      fields: {
        ...one.fields,
        groups: one.fields.groups.map((each) => ({ ...each, origins: [...each.origins, ...each.origins] })),
      },
    })
    fc.assert(
      fc.property(many, (incidents) => {
        expect(of(...incidents.map(echo))).toEqual(of(...incidents))
      }),
    )
  })
})
