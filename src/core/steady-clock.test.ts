/** What cannot be undone waits a day after a clock has jumped, and never longer. */
import { expect, test } from 'vitest'
import { steadyFrom } from './steady-clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-11-27T09:00:00Z')

test.each([
  ['a new house', null, true],
  ['one that wrote something a day ago', NOW - DAY, true],
  ['one that stood still over a weekend', NOW - 3 * DAY, true],
  ['one that was last seen in another month', NOW - 40 * DAY, false],
])('%s: %s, %s', (_what, lastSeen, expected) => {
  expect(steadyFrom(lastSeen, NOW, 0).isSteady(NOW + HOUR, HOUR)).toBe(expected)
})

test('a clock that goes on as the program runs is steady for years', () => {
  const steady = steadyFrom(NOW, NOW, 0)
  for (let hours = 0; hours < 2_000; hours += 7)
    expect(steady.isSteady(NOW + hours * HOUR, hours * HOUR)).toBe(true)
})

test('one that jumps while the program runs is not, until it has stood by it for a day', () => {
  const steady = steadyFrom(NOW, NOW, 0)
  const wrong = NOW + 3_000 * DAY
  expect(steady.isSteady(NOW + HOUR, HOUR)).toBe(true)
  expect(steady.isSteady(wrong, 2 * HOUR)).toBe(false)
  expect(steady.isSteady(wrong + 22 * HOUR, 24 * HOUR)).toBe(false)
  expect(steady.isSteady(wrong + 24 * HOUR, 26 * HOUR)).toBe(true)
})

test('one that is put right is looked at for a day anew', () => {
  const steady = steadyFrom(NOW - HOUR, NOW + 3_000 * DAY, 0)
  expect(steady.isSteady(NOW + 3_000 * DAY + HOUR, HOUR)).toBe(false)
  expect(steady.isSteady(NOW + 2 * HOUR, 2 * HOUR)).toBe(false)
  expect(steady.isSteady(NOW + 26 * HOUR, 26 * HOUR)).toBe(true)
})
