/** Which of two copies is the earlier, and how old one is. */
import { expect, it, test } from 'vitest'
import { ageOf, besides, nextNumber, numberOf, readNumber } from './mirror-age.ts'
import { addDays } from './partial-date.ts'
import { numbers } from './seeded.ts'

test.each([
  [0, '2026-11-27', 2026112701],
  [2026112701, '2026-11-27', 2026112702],
  [2026112702, '2026-11-28', 2026112801],
  // A clock that was put back, and one that had run ahead for years.
  [2026112801, '2026-11-20', 2026112802],
  [2036010101, '2026-11-28', 2036010102],
  // A hundredth copy in a day goes into the next.
  [2026112799, '2026-11-27', 2026112800],
])('after %i, on %s, comes number %i', (last, day, number) => expect(nextNumber(last, day)).toBe(number))

it('tells any earlier copy of a house as earlier, however its clock was set', () => {
  const next = numbers(81)
  let [last, day] = [0, '2026-01-01']
  const row = Array.from({ length: 200 }, () => {
    day = addDays(day, Math.floor(next() * 400) - 150)
    last = nextNumber(last, day)
    return { number: last, made: day }
  })
  const wrong = row.flatMap((one, at) =>
    row.slice(at + 1).filter((later) => besides(numberOf(one), numberOf(later)) !== 'older'),
  )
  expect(wrong).toEqual([])
})

it('puts copies that have no number of their own by their days, before those of the same day that have', () => {
  const old = { number: null, made: '2026-11-26' }
  expect(besides(numberOf(old), numberOf({ number: null, made: '2026-11-27' }))).toBe('older')
  expect(besides(numberOf(old), nextNumber(0, '2026-11-26'))).toBe('older')
  expect(besides(numberOf(old), numberOf(old))).toBe('same')
})

test.each([
  ['2026-05-03', '2026-06-13', 41],
  ['2026-05-03', '2026-05-03', 0],
  ['2024-02-28', '2024-03-01', 2],
  // Never a negative age, and never 0 for one that is not known.
  ['2026-05-03', '2026-05-02', null],
])('a copy of %s is on %s so many days old: %s', (made, today, days) => expect(ageOf(made, today)).toBe(days))

test.each([
  ['2026112701', 2026112701],
  [' 2026 1127 01 ', 2026112701],
  ['', null],
  ['0', null],
  ['-5', null],
  ['1e9', null],
  ['2026-11-27', null],
  ['99999999999999999999', null],
])('what was typed as %j is the number %s', (written, number) => expect(readNumber(written)).toBe(number))
