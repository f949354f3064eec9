/** A change is seen when it is there, seldom when it is not, and never because more was written down; a signal asks people and lists nobody. */
import { describe, expect, it } from 'vitest'
import { monthsOf, WATCH } from '../../core/rating/fixture.ts'
import type { ChangeFinding } from '../../core/rating/watch.ts'
import { whenBegan } from './began.ts'
import { changeOf } from './change.ts'
import { cusum, spreadOf } from './cusum.ts'
import { type WatchInput, watchSignal } from './signal.ts'
import { simulated, type Truth } from './simulated.fixture.ts'

const rule = WATCH.change
const calm = Array.from({ length: 24 }, () => 4)
const run = (...last: readonly number[]): readonly number[] => [
  ...calm,
  ...Array.from({ length: 12 - last.length }, () => 4),
  ...last,
]
const found = (counts: readonly number[], effort: Parameters<typeof monthsOf>[2] = 4): ChangeFinding => {
  const one = changeOf(monthsOf(counts, '2026-06', effort), 'assembly', rule)
  if (!('months' in one)) throw new Error(one.reason)
  return one
}

describe('the running sum', () => {
  it('adds what is too many and never falls below nothing', () => {
    const months = [4, 4, 9, 9, 4, 0].map((one) => ({ found: one, expected: 4 }))
    const sums = cusum(months, 1.5, 1)
    expect(sums).toEqual([0, 0, 3, 6, 4, 0])
    expect(cusum(months, 1.5, 2)).toEqual(sums.map((one) => one / 2))
  })
  it('knows months that vary no more than chance from months that do', () => {
    expect(spreadOf([4, 4, 4, 4].map((one) => ({ found: one, expected: 4 })))).toBe(1)
    expect(spreadOf([0, 8, 0, 8].map((one) => ({ found: one, expected: 4 })))).toBeCloseTo(16 / 3)
  })
})

describe('a change', () => {
  it('of four a month to nine is seen in the second month, and begins in the first', () => {
    expect(found(run(9)).isAlarm).toBe(false)
    expect(found(run(9, 9))).toMatchObject({ isAlarm: true, began: { month: '2026-05' } })
  })
  it('is none when twice as many reports tell of twice as many incidents', () => {
    expect(found(run(8, 8, 8, 8), (at) => (at < 32 ? 4 : 8)).isAlarm).toBe(false)
  })
  it('is one when half as many reports tell of as many incidents', () => {
    expect(found(run(4, 4, 4, 4, 4, 4), (at) => (at < 30 ? 4 : 2)).isAlarm).toBe(true)
  })
  it('is over when the counts have been as before for long', () => {
    expect(found(run(9, 9, 4, 4, 4, 4, 4)).isAlarm).toBe(false)
  })
  it.each([
    ['no-effort', monthsOf(run(9, 9), '2026-06', null)],
    ['no-effort', monthsOf(run(9, 9), '2026-06', (at) => (at < 24 ? 0 : 4))],
    ['no-months', monthsOf([4, 9, 9])],
    ['too-few', monthsOf([...Array.from({ length: 34 }, () => 0), 1, 1])],
  ] as const)('is not asked about, and said to be unknown (%s), where that is so', (reason, months) => {
    expect(changeOf(months, 'assembly', rule)).toEqual({ freedom: 'assembly', reason })
  })
  it('is dated by the month from which another rate explains the counts best', () => {
    const months = [4, 3, 5, 4, 10, 9, 11].map((one) => ({ found: one, expected: 4 }))
    const { at, probability, times } = whenBegan(months, 1)
    expect(at).toBe(4)
    expect(probability).toBeGreaterThan(0.5)
    expect(times).toBeCloseTo(31 / 13)
  })
})

describe('with known truth', () => {
  const effort = (at: number): number => 3 + (at % 4)
  const alarmsIn = (truth: Truth, months: number, seed: number): readonly boolean[] => {
    const rows = simulated(months, truth, seed)
    return Array.from({ length: months - 35 }, (_, n) => {
      const one = changeOf(rows.slice(0, 36 + n), 'assembly', rule)
      return 'months' in one && one.isAlarm
    })
  }
  const years = (truth: Truth): number => {
    let begun = 0
    for (let seed = 0; seed < 60; seed += 1) {
      const alarms = alarmsIn(truth, 96, seed * 7919 + 1)
      begun += alarms.filter((one, at) => one && !alarms[at - 1]).length
    }
    return begun / (60 * (61 / 12))
  }

  it.each([
    [1, 1, 0.15],
    [5, 1, 0.05],
    [2, 2, 0.25],
  ])('a rate of %d a report with spread %d cries wolf less than %d times a year', (rate, spread, most) => {
    expect(years({ rate, spread, effort, change: null })).toBeLessThan(most)
  })

  it.each([
    [1, 6],
    [5, 2],
  ])('a doubling of %d a report is seen within %d months in nine of ten series', (rate, within) => {
    const seen = Array.from({ length: 60 }, (_, seed) => {
      const truth = { rate, spread: 1, effort, change: { at: 36, times: 2 } }
      return alarmsIn(truth, 36 + within, seed * 104_729 + 3)
        .slice(1)
        .includes(true)
    })
    expect(seen.filter(Boolean).length).toBeGreaterThanOrEqual(50)
  })
})

describe('a signal', () => {
  const incident = (id: string, month: string, acts: readonly string[]) =>
    ({ id, month, acts, freedoms: ['assembly'] }) as const
  const input: WatchInput = {
    ...{
      country: 'xx',
      month: '2026-06',
      asOf: '2026-06-30',
      months: monthsOf(run(9, 9)),
      fall: null,
      alerts: [],
    },
    incidents: [
      incident('xx-1', '2026-05', ['detention']),
      incident('xx-2', '2026-06', ['killing']),
      incident('xx-3', '2025-11', ['killing']),
      incident('xx-4', '2026-04', ['detention']),
    ],
  }
  const given = (one: WatchInput): readonly string[] =>
    watchSignal(one, WATCH).signs.flatMap((sign) => (sign.isGiven ? sign.kind : []))

  it('needs two signs of different kinds, and opens to the incidents behind each', () => {
    const signal = watchSignal(input, WATCH)
    expect(signal.isSignal).toBe(true)
    expect(given(input)).toEqual(['change', 'trigger'])
    expect(signal.signs.map((one) => one.incidents)).toEqual([['xx-1', 'xx-2'], [], ['xx-2'], []])
  })
  it('is none with counts alone, and none with a killing alone', () => {
    expect(watchSignal({ ...input, incidents: [] }, WATCH).isSignal).toBe(false)
    const quiet = watchSignal({ ...input, months: monthsOf(run()) }, WATCH)
    expect([quiet.isSignal, given({ ...input, months: monthsOf(run()) })]).toEqual([false, ['trigger']])
  })
  it('forgets a trigger and an alert after six months', () => {
    const old = { ...input, incidents: [incident('xx-3', '2025-12', ['killing'])], alerts: ['2025-12-31'] }
    expect(given(old)).toEqual(['change'])
    expect(given({ ...old, alerts: ['2026-01-02'] })).toEqual(['change', 'alert'])
    expect(given({ ...old, alerts: ['2026-07-02'] })).toEqual(['change'])
  })
  it('counts a fall only where it is likely, and no fall where there is nothing to compare', () => {
    const fall = { ratings: ['r-1', 'r-2'] }
    expect(given({ ...input, fall: { ...fall, probability: 0.79 } })).not.toContain('fall')
    expect(given({ ...input, fall: { ...fall, probability: 0.8 } })).toContain('fall')
  })
  it('says of which freedoms it could not ask', () => {
    const signal = watchSignal({ ...input, months: monthsOf(run(9, 9), '2026-06', null) }, WATCH)
    expect(signal.unasked.map((one) => one.reason)).toEqual(['no-effort', 'no-effort', 'no-effort'])
    expect(signal.signs[0]).toMatchObject({ kind: 'change', isGiven: false })
  })
})
