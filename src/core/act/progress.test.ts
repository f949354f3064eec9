/** A threshold is reached when readers can see that it is: never by a number that was rounded away, and never by two counts together. */
import { describe, expect, it } from 'vitest'
import type { ActionKind } from './actions.ts'
import { roundedDown, type ShownCount } from './counts.ts'
import { type CountOfUnit, mostBehind, ofSite, progressOf } from './progress.ts'

const at = (number: number, kind: ActionKind = 'signature') => ({
  ...{ kind, number, brings: { en: 'handed over', ru: null, kk: null } },
})
const site = (n: number, isClosed = false): CountOfUnit =>
  ofSite({
    ...{ kind: 'signature', shown: isClosed ? n : roundedDown(n), exact: isClosed },
    ...{ waits: null, invalid: null, countries: [] },
  } satisfies ShownCount)
const paper = (least: number, most: number, kind: ActionKind = 'signature'): CountOfUnit => ({
  ...{ kind, by: { source: 'event', method: 'sheet' }, least, most },
})
const told = (numbers: readonly number[], counts: readonly CountOfUnit[]) =>
  progressOf(
    numbers.map((n) => at(n)),
    counts,
  )[0]

describe('how far a campaign came', () => {
  it.each([
    ['nobody counted', 500, [], 'uncounted', 500],
    ['fewer than ten', 500, [site(3)], 'not-yet', 500],
    ['three, of a threshold of five: readers are told fewer than ten', 5, [site(3)], 'perhaps', 5],
    ['one below it', 500, [site(499)], 'not-yet', 10],
    ['exactly', 500, [site(500)], 'reached', 0],
    ['past it, and rounded to below it', 505, [site(509)], 'perhaps', 5],
    ['the same once the campaign is closed', 505, [site(509, true)], 'reached', 0],
    ['far below a number between two steps', 5050, [site(4990)], 'not-yet', 150],
    ['somebody estimated around it', 175, [paper(150, 200)], 'perhaps', 25],
    ['two counts that would reach it together', 500, [site(300), paper(250, 250)], 'not-yet', 200],
  ] as const)('%s', (_what, number, counts, reached, atMostMore) => {
    expect(told([number], counts)?.thresholds[0]).toMatchObject({ reached, atMostMore })
  })

  it('never says reached of a count whose shown number is below it', () => {
    for (let n = 0; n < 12_000; n += 41)
      for (const number of [7, 50, 505, 5_000, 5_050, 10_001]) {
        const one = told([number], [site(n)])?.thresholds[0]
        if ((roundedDown(n) ?? 0) < number) expect(one?.reached).not.toBe('reached')
        else expect(n).toBeGreaterThanOrEqual(number)
        // And never says "not yet" of one that was reached.
        if (n >= number) expect(one?.reached).not.toBe('not-yet')
        expect(mostBehind(roundedDown(n))).toBeGreaterThanOrEqual(n)
      }
  })

  it('tells the next one, and keeps units apart', () => {
    const all = progressOf([at(5_000), at(500), at(40, 'letter')], [site(640), paper(12, 12, 'letter')])
    expect(all.map(({ kind, next }) => [kind, next])).toEqual([
      ['signature', 5_000],
      ['letter', 40],
    ])
    expect(all[0]?.thresholds.map((one) => one.number)).toEqual([500, 5_000])
    expect(told([100], [site(640)])?.next).toBeNull()
  })
})
