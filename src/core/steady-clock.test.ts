/** What cannot be undone waits a day after a clock has jumped, and never longer; meanwhile it is any moment between what it says and what it would say. */
import { expect, test } from 'vitest'
import { type Seen, steadyFrom } from './steady-clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-11-27T09:00:00Z')
const seen = (last: number | null, ahead: number | null = null): Seen => ({ last, ahead })

test.each([
  ['a new house', seen(null), true],
  ['one that wrote something a day ago', seen(NOW - DAY), true],
  ['one that stood still over a weekend', seen(NOW - 3 * DAY), true],
  ['one that was last seen in another month', seen(NOW - 40 * DAY), false],
  ['one whose clock was a day ahead once', seen(NOW - DAY, NOW + DAY), true],
  ['one that wrote something in what is next year by its clock', seen(NOW - 2 * DAY, NOW + 300 * DAY), false],
])('%s: %s, %s', (_what, log, expected) => {
  expect(steadyFrom(log, NOW, 0).at(NOW + HOUR, HOUR).isSteady).toBe(expected)
})

test('a clock that goes on as the program runs is steady for years', () => {
  const steady = steadyFrom(seen(NOW), NOW, 0)
  for (let hours = 0; hours < 2_000; hours += 7) {
    const now = NOW + hours * HOUR
    expect(steady.at(now, hours * HOUR)).toEqual({ isSteady: true, earliest: now, latest: now })
  }
})

test.each([3_000, -3_000])(
  'one that jumps by %d days while the program runs is not, until it has stood by it for a day',
  (days) => {
    const steady = steadyFrom(seen(NOW), NOW, 0)
    const wrong = NOW + days * DAY
    expect(steady.at(NOW + HOUR, HOUR).isSteady).toBe(true)
    const [low, high] = [wrong, NOW + 2 * HOUR].toSorted((a, b) => a - b)
    expect(steady.at(wrong, 2 * HOUR)).toEqual({ isSteady: false, earliest: low, latest: high })
    expect(steady.at(wrong + 22 * HOUR, 24 * HOUR).isSteady).toBe(false)
    expect(steady.at(wrong + 24 * HOUR, 26 * HOUR).isSteady).toBe(true)
  },
)

test('one that is put right is on its old line again, and believed', () => {
  const steady = steadyFrom(seen(NOW - HOUR), NOW + 3_000 * DAY, 0)
  expect(steady.at(NOW + 3_000 * DAY + HOUR, HOUR).isSteady).toBe(false)
  expect(steady.at(NOW + 2 * HOUR, 2 * HOUR).isSteady).toBe(true)
})

test('one that jumps from one wrong year to another is looked at for a day anew', () => {
  const steady = steadyFrom(seen(NOW), NOW, 0)
  expect(steady.at(NOW + 3_000 * DAY, HOUR).isSteady).toBe(false)
  expect(steady.at(NOW + 5_000 * DAY, 20 * HOUR).isSteady).toBe(false)
  expect(steady.at(NOW + 5_000 * DAY + 10 * HOUR, 30 * HOUR)).toMatchObject({ earliest: NOW + 30 * HOUR })
  expect(steady.at(NOW + 5_000 * DAY + 24 * HOUR, 44 * HOUR).isSteady).toBe(true)
})
