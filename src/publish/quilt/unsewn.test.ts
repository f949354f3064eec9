/** The unsewn panel draws a range as a range, and nothing of what may not be reported. */
import { describe, expect, it } from 'vitest'
import { clothOf, unsewn } from './unsewn.ts'

const WORDS = {
  title: 'T',
  each: (n: number) => `each ${n}`,
  ...{ sewn: 'sewn', missing: 'missing', possible: 'possible', open: 'open' },
}
const estimate = (interval: readonly [number, number | null] | null, reportable = true, bound = false) => ({
  interval,
  reportable,
  bound,
})

describe('an estimate', () => {
  it.each([
    ['60 seen, 70 to 90', estimate([70, 90]), 60, { each: 1, sewn: 60, missing: 10, possible: 20 }],
    [
      '4,400 seen, 9,000 to 16,500',
      estimate([9000, 16_500]),
      4400,
      { each: 200, sewn: 22, missing: 23, possible: 38 },
    ],
    ['a lower end below what is documented', estimate([50, 80]), 60, { sewn: 60, missing: 0, possible: 20 }],
    ['a few documented of very many', estimate([9000, 16_500]), 3, { each: 200, sewn: 1, missing: 44 }],
    ['a bound', estimate([80, 100], true, true), 60, { missing: 20, possible: 0, isOpen: true }],
    ['an open end', estimate([80, null]), 60, { missing: 20, possible: 0, isOpen: true }],
  ])('of %s is sewn in whole patches', (_what, given, seen, expected) => {
    expect(clothOf(given, seen)).toMatchObject(expected)
  })

  it.each([
    ['refused', estimate([70, 90], false)],
    ['without a range', estimate(null)],
  ])('that is %s is not drawn', (_what, given) => {
    expect(unsewn(given, 60, WORDS).toString()).toBe('')
  })

  it('names in its legend what it draws alone', () => {
    const whole = unsewn(estimate([70, 90]), 60, WORDS).toString()
    expect(whole.match(/<svg class="(?:wide|narrow)"/g)).toHaveLength(2)
    expect(whole).not.toContain('open')
    expect(unsewn(estimate([60, 60]), 60, WORDS).toString()).not.toMatch(/missing|possible/)
  })
})
