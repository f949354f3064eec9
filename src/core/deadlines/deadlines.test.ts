/** When a term ends: by working days, months and clocks, for any day of a century; and what is due of a case. */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { loadPack } from '../../adapters/load-pack.ts'
import type { Fault } from '../faults.ts'
import { addDays, dayNumber } from '../partial-date.ts'
import type { Holidays, Unit } from './deadline.ts'
import { isSourced, NO_DEADLINES } from './deadline.ts'
import { deadlinesDue, endOf } from './due.ts'
import { addMonths, addWorkingDays, holidaysOf, isWeekend, isWorked, nextWorked } from './working-days.ts'
import { addHours, instantOf, localOf } from './zones.ts'

const faults: Fault[] = []
const kz =
  loadPack(fileURLToPath(new URL('../../..', import.meta.url)), 'kz', faults)?.deadlines ?? NO_DEADLINES
const { holidays } = kz
const day = fc
  .integer({ min: dayNumber('1995-01-01'), max: dayNumber('2060-12-31') })
  .map((n) => addDays('1970-01-01', n))

describe('days on which nobody works', () => {
  test.each([
    ['2020-03-21', 'a Saturday that is Nauryz', false],
    ['2020-03-24', 'made up for: two days of Nauryz fell on a weekend', false],
    ['2020-03-25', 'made up for as well', false],
    ['2020-03-26', 'an ordinary Thursday', true],
    ['2022-10-25', 'Republic Day, since 2022', false],
    ['2021-10-25', 'before there was a Republic Day', true],
    ['2021-12-17', 'Independence had two days then', false],
    ['2022-12-19', 'a Monday that is made up for nothing: Independence fell on a Friday', true],
    ['2024-01-08', 'Christmas on a Sunday is not made up for', true],
  ])('%s: %s', (iso, _, worked) => {
    expect(isWorked(iso, holidays)).toBe(worked)
  })

  it('never makes a weekend a working day, and makes up for each holiday by one day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1995, max: 2060 }), (year) => {
        const off = [...holidaysOf(holidays, year)]
        expect(new Set(off).size).toBe(off.length)
        for (const one of off) expect(isWorked(one, holidays)).toBe(false)
      }),
    )
  })
})

describe('a term', () => {
  it('of working days ends on a day that is worked, after as many of them as it has', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const end = addWorkingDays(from, n, holidays)
        expect(isWorked(end, holidays)).toBe(true)
        const between = Array.from({ length: dayNumber(end) - dayNumber(from) }, (_, at) =>
          addDays(from, at + 1),
        )
        expect(between.filter((one) => isWorked(one, holidays))).toHaveLength(n)
      }),
    )
  })

  it('never ends earlier for being counted from a later day', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 30 }),
        (from, later, n) => {
          for (const unit of ['days', 'working_days', 'months'] as const) {
            const rule = { for: n, unit, moves: true }
            const [a, b] = [from, addDays(from, later)].map(
              (one) => endOf(rule, { day: one, hour: null }, kz).day,
            )
            expect((a ?? '') <= (b ?? '')).toBe(true)
          }
        },
      ),
    )
  })

  it('that moves ends on the same day or the next that is worked, and on none before', () => {
    fc.assert(
      fc.property(day, (one) => {
        const moved = nextWorked(one, holidays)
        expect(moved >= one && isWorked(moved, holidays)).toBe(true)
        expect(moved === one).toBe(isWorked(one, holidays))
      }),
    )
  })

  test.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2020-02-29', 60, '2025-02-28'],
    ['2021-01-31', 1, '2021-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
  ])('%s and %d months are %s', (from, n, to) => {
    expect(addMonths(from, n)).toBe(to)
  })

  test.each<[string, number, Unit, boolean, string]>([
    ['2016-11-28', 15, 'days', true, '2016-12-13'],
    ['2020-03-19', 15, 'working_days', false, '2020-04-14'],
    ['2020-03-11', 10, 'days', true, '2020-03-26'],
    ['2021-01-20', 5, 'years', false, '2026-01-20'],
  ])('from %s, %d %s, moved %s, ends on %s', (from, n, unit, moves, to) => {
    expect(endOf({ for: n, unit, moves }, { day: from, hour: null }, kz)).toEqual({ day: to, hour: null })
  })
})

describe('clocks', () => {
  test.each([
    [
      'Asia/Almaty',
      '2024-02-28',
      '10:00',
      'a day of 25 hours: clocks were set back on 1 March 2024',
      '2024-03-01',
      '09:00',
    ],
    ['Asia/Oral', '2024-02-28', '10:00', 'the west kept its time', '2024-03-01', '10:00'],
    ['Asia/Aqtau', '2024-02-28', '10:00', 'and so did Mangystau', '2024-03-01', '10:00'],
    [
      'Asia/Qyzylorda',
      '2018-12-20',
      '10:00',
      'Kyzylorda went west on 21 December 2018',
      '2018-12-22',
      '09:00',
    ],
    ['Asia/Almaty', '2025-05-07', '10:00', 'since then one time for all', '2025-05-09', '10:00'],
  ])('%s %s %s and 48 hours: %s', (zone, from, hour, _, to, then) => {
    expect(addHours({ day: from, hour }, 48, zone)).toEqual({ day: to, hour: then })
  })

  it('of Oral and Almaty tell one instant by one hour apart before March 2024, and by the same hour after', () => {
    const apart = (iso: string): number =>
      (instantOf({ day: iso, hour: '12:00' }, 'Asia/Oral') -
        instantOf({ day: iso, hour: '12:00' }, 'Asia/Almaty')) /
      3_600_000
    expect([apart('2023-06-01'), apart('2024-06-01')]).toEqual([1, 0])
  })

  it('lead back to the local time they came from, wherever a clock shows it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 }),
        fc.constantFrom('Asia/Almaty', 'Asia/Oral', 'Asia/Aqtau', 'Asia/Qyzylorda', 'Europe/Berlin'),
        (minutes, zone) => {
          const local = localOf(minutes * 60_000, zone)
          expect(localOf(instantOf(local, zone), zone)).toEqual(local)
        },
      ),
    )
  })
})

const entry = (id: string, body: object) =>
  ({ id, body, people: [], struck: false, source: { kind: 'hand', title: '' }, earlier: [] }) as never
const stage = (id: string, name: string, date: string | null) =>
  entry(id, { kind: 'stage', stage: name, date })
const file = (...entries: readonly never[]) =>
  ({ kind: 'proceeding', id: 'case-1', country: 'kz', people: ['usenov'], entries }) as never
const due = (one: never) =>
  deadlinesDue([one], () => kz, '2026-11-23').map(({ rule, day: end, isEarliest }) => [
    rule.id,
    end,
    isEarliest,
  ])

describe('what is due of a case', () => {
  it('runs from each stage of a rule until a later stage ends it', () => {
    expect(due(file(stage('a', 'detained', '2024-05-07')))).toEqual([
      ['deadline.detention@1', '2024-05-09', false],
    ])
    expect(due(file(stage('a', 'detained', '2024-05-07'), stage('b', 'release', '2024-05-08')))).toEqual([])
    expect(
      due(
        file(
          stage('a', 'detained', '2024-05-07'),
          stage('b', 'release', '2024-05-08'),
          stage('c', 'detained', '2024-06-01'),
        ),
      ),
    ).toEqual([['deadline.detention@1', '2024-06-03', false]])
  })

  it('is counted from the first day that a date may be, and says so', () => {
    expect(due(file(stage('a', 'conviction', '2024-05')))).toEqual([
      ['deadline.appeal-criminal@1', '2024-05-16', true],
    ])
  })

  it('is nothing for what nobody dated, and nothing in a country without rules', () => {
    expect(due(file(stage('a', 'conviction', null)))).toEqual([])
    expect(
      deadlinesDue([file(stage('a', 'conviction', '2024-05-01'))], () => NO_DEADLINES, '2026-11-23'),
    ).toEqual([])
  })

  it('asks for the penalty where a rule is about one', () => {
    const days = entry('p', {
      kind: 'penalty',
      penalty: { type: 'administrative_detention', days: 10 },
      date: null,
      stage: 'a',
    })
    expect(due(file(stage('a', 'sentence', '2026-03-02'), days))).toEqual([
      ['deadline.appeal-administrative@1', '2026-03-12', false],
    ])
    expect(due(file(stage('a', 'sentence', '2026-03-02')))).toEqual([])
  })
})

describe('rules of the pack', () => {
  it('are all told as not verified until somebody verifies them', () => {
    expect(kz.rules.filter(isSourced)).toEqual([])
    expect(isSourced({ certainty: 'verified (adilet.zan.kz)' })).toBe(true)
  })
  it('counts weekends as off without any holiday', () => {
    const none: Holidays = { certainty: null, fixed: [], moving: [] }
    fc.assert(
      fc.property(day, (one) => {
        expect(isWorked(one, none)).toBe(!isWeekend(one))
      }),
    )
  })
})
