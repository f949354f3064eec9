import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, compareDates, isIsoDay, parsePartialDate, within } from './partial-date.ts'

describe('a date as far as it is known', () => {
  it.each([
    ['2020', { from: '2020-01-01', to: '2020-12-31', precision: 'year' }],
    ['2020-02', { from: '2020-02-01', to: '2020-02-29', precision: 'month' }],
    ['2019-02', { from: '2019-02-01', to: '2019-02-28', precision: 'month' }],
    ['2020-03-18', { from: '2020-03-18', to: '2020-03-18', precision: 'day' }],
    ['2020-02-07..2020-02-08', { from: '2020-02-07', to: '2020-02-08', precision: 'day' }],
    ['..2020-02-22', { from: null, to: '2020-02-22', precision: 'unknown' }],
    ['2020-02-22..', { from: '2020-02-22', to: null, precision: 'unknown' }],
  ])('%s is read', (text, expected) => expect(parsePartialDate(text)).toEqual(expected))

  it.each([
    '',
    '2020-13',
    '2020-02-30',
    '2023-02-29',
    '1900-02-29',
    '18 March',
    '2020-3-1',
    '2020-03-05..2020-03-01',
    '..',
    '20200',
  ])('%j is no date', (text) => expect(parsePartialDate(text)).toBeNull())

  it('without bounds lies in no period, and never in the wrong one', () => {
    const nowhere = { from: null, to: null, precision: 'unknown' } as const
    expect(within(nowhere, '2020-01-01', '2020-03-31')).toBe(false)
    expect(
      within({ from: '2020-03-31', to: '2020-04-01', precision: 'day' }, '2020-01-01', '2020-03-31'),
    ).toBe(true)
    expect(
      within({ from: '2020-04-01', to: '2020-04-01', precision: 'day' }, '2020-01-01', '2020-03-31'),
    ).toBe(false)
  })

  it('moves by days and back again over every month’s end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -800, max: 800 }), (start, days) => {
        const iso = addDays('1970-01-01', start)
        return isIsoDay(addDays(iso, days)) && addDays(addDays(iso, days), -days) === iso
      }),
    )
  })

  it('puts unknown dates last', () => {
    const dates = ['2020-02', '2019', '2020-02-01'].flatMap((text) => parsePartialDate(text) ?? [])
    const order = [{ from: null, to: null, precision: 'unknown' } as const, ...dates].sort(compareDates)
    expect(order.map((one) => one.from)).toEqual(['2019-01-01', '2020-02-01', '2020-02-01', null])
  })
})
