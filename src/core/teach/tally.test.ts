import { describe, expect, it } from 'vitest'
import { shownTaught, type Taught, taughtOf } from './tally.ts'

const report = (tally: string, more: Partial<Taught> = {}): Taught => ({
  ...{ tally, lessons: 1, low: null, best: 20, high: null, method: 'counted', ...more },
})

describe('lessons that were given', () => {
  it.each([
    ['one report', [report('a')], [1, 20, 20, 0]],
    ['bounds are added as bounds', [report('a', { low: 15, high: 30 }), report('b')], [2, 35, 50, 0]],
    [
      'a report under the same name takes the place of the other',
      [report('a'), report('a', { best: 7 })],
      [1, 7, 7, 0],
    ],
    [
      'one taken back counts nowhere',
      [report('a'), report('b'), report('a', { lessons: 0 })],
      [1, 20, 20, 0],
    ],
    [
      'learners whom nobody counted are not nobody',
      [report('a'), report('b', { lessons: 3, best: null })],
      [4, 20, 20, 3],
    ],
    ['a bound that is open is no bound', [report('a', { low: 5, best: null })], [1, undefined, undefined, 1]],
    ['nothing is nothing', [], [0, undefined, undefined, 0]],
  ] as const)('%s', (_what, reports, [lessons, low, high, unknown]) => {
    const sum = taughtOf(reports)
    expect([sum.lessons, sum.learners?.low, sum.learners?.high, sum.unknown]).toEqual([
      lessons,
      low,
      high,
      unknown,
    ])
  })

  it('tell readers nothing of fewer than ten learners, nor of lessons whose learners nobody knows', () => {
    expect(shownTaught(taughtOf([report('a', { best: 9 })]))).toBeNull()
    expect(shownTaught(taughtOf([report('a', { low: 9, best: null, high: 40 })]))).toBeNull()
    expect(shownTaught(taughtOf([report('a', { best: null, lessons: 40 })]))).toBeNull()
    expect(shownTaught(taughtOf([report('a', { best: 10 })]))?.lessons).toBe(1)
  })

  it('say by which methods they were come by', () => {
    expect(taughtOf([report('b', { method: 'reported' }), report('a')]).methods).toEqual([
      'counted',
      'reported',
    ])
  })
})
