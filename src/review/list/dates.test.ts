/** Dates of lists: which order a column is written in, and what is not decided by it. */
import { expect, test } from 'vitest'
import { dateIn, ordersOf } from './dates.ts'

test.each([
  ['days that no month has decide', ['12.03.2024', '25.03.2024'], ['dmy']],
  ['the same for months first', ['03/12/2024', '03/25/2024'], ['mdy']],
  ['nothing decides', ['01/02/2024', '03/04/2024'], ['dmy', 'mdy']],
  ['dots decide', ['01.02.2024', '03.04.2024'], ['dmy']],
  ['ISO, with an hour and without', ['2024-03-12', '2024-03-13 10:30'], ['iso']],
  ['days as spreadsheets count them', ['45363', '45364'], ['serial']],
  ['no dates', ['Алматы', ''], []],
])('%s', (_, cells, orders) => {
  expect(ordersOf(cells)).toEqual(orders)
})

test.each([
  ['12.03.2024 г.', 'dmy', '2024-03-12'],
  ['1/2/24', 'mdy', '2024-01-02'],
  ['45363', 'serial', '2024-03-12'],
  ['31.02.2024', 'dmy', null],
  ['60', 'serial', null],
  ['2024', 'serial', '1905-07-16'],
] as const)('%s as %s is %s', (words, order, from) => {
  expect(dateIn(words, order)?.from ?? null).toBe(from)
})
