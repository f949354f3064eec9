/** Mails that hand something over bit by bit: never ahead of the days that passed, never more in an hour than was said, and all of it in the end. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../partial-date.ts'
import { mostMails, mostToldAt, nextMailAt, type Pace } from './pace.ts'

const DAY = 86_400_000
const START = Date.parse('2026-11-23T00:00:00.000Z')
const aPace = fc
  .record({
    number: fc.integer({ min: 1, max: 5000 }),
    days: fc.integer({ min: 0, max: 5 }),
    perHour: fc.integer({ min: 1, max: 12 }),
  })
  .map(
    ({ number, days, perHour }): Pace => ({
      ...{ number, perHour, from: '2026-11-23', to: addDays('2026-11-23', days) },
    }),
  )

/** Asked each minute as the program does, each mail a while late. */
function played(pace: Pace, late: number): readonly { readonly at: number; readonly told: number }[] {
  const mails: { at: number; told: number }[] = []
  let [told, last, now] = [0, null as number | null, START]
  for (;;) {
    const due = nextMailAt(pace, told, last, now)
    if (due === null) return mails
    now = Math.ceil(due / 60_000) * 60_000 + late * 60_000
    told = mostToldAt(pace, now)
    last = now
    mails.push({ at: now, told })
  }
}

describe('the pace of a delivery by mail', () => {
  it('is never ahead of the days that passed, keeps to the most of an hour, grows with each mail and ends with all', () => {
    fc.assert(
      fc.property(aPace, fc.integer({ min: 0, max: 90 }), (pace, late) => {
        const mails = played(pace, late)
        const whole = Date.parse(`${addDays(pace.to, 1)}T00:00:00.000Z`) - START
        let before = 0
        for (const [index, { at, told }] of mails.entries()) {
          const passed = Math.min(whole, at - START)
          expect(told).toBeLessThanOrEqual(Math.ceil((pace.number * passed) / whole))
          expect(told).toBeGreaterThan(before)
          before = told
          const early = mails[index - pace.perHour]
          if (early) expect(at - early.at).toBeGreaterThanOrEqual(3_600_000)
        }
        expect(before).toBe(pace.number)
        expect(mails.length).toBeLessThanOrEqual(mostMails(pace) + 1)
      }),
      { numRuns: 40 },
    )
  })

  it('tells of none before the first day, and does not catch up in a burst after a standstill', () => {
    const pace: Pace = { number: 500, from: '2026-11-23', to: '2026-11-27', perHour: 2 }
    expect(mostToldAt(pace, START)).toBe(0)
    expect(mostToldAt(pace, START + DAY)).toBe(100)
    // Two days of silence: one mail tells of all that passed, the next comes half an hour later.
    const late = START + 2 * DAY
    expect(mostToldAt(pace, late)).toBe(200)
    expect(nextMailAt(pace, 200, late, late)).toBe(late + 1_800_000)
    expect(nextMailAt(pace, 500, late, late)).toBeNull()
  })
})
