/** Agreement beyond chance: the published values, and that chance is nought and the same seed the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_PACK } from '../../core/pack.ts'
import { numbers } from '../../core/seeded.ts'
import { barePenalty } from '../../core/values.ts'
import { byInterval, krippendorff, masi, nominal, ratio } from './alpha.ts'
import { agreementOf, likeness, type Twice } from './fields.ts'

/** Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), section C: four observers, twelve units, . is missing. */
const A = [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null]
const B = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3]
const C = [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null]
const D = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]
const UNITS = A.map((_, at) => [A[at], B[at], C[at], D[at]].flatMap((one) => (one == null ? [] : [one])))

describe('alpha', () => {
  it.each([
    ['nominal', 0.743, (a: number, b: number) => nominal(String(a), String(b))],
    ['interval', 0.849, byInterval],
    ['ratio', 0.797, ratio],
  ] as const)('is that of the published example, %s: %s', (_what, expected, difference) => {
    expect(krippendorff(UNITS, difference, String).alpha).toBeCloseTo(expected, 3)
  })

  it('is 1 where all agree on values that differ, and unknown where there is but one value', () => {
    expect(
      krippendorff(
        [
          ['a', 'a'],
          ['b', 'b'],
        ],
        nominal,
        String,
      ).alpha,
    ).toBe(1)
    expect(
      krippendorff(
        [
          ['a', 'a'],
          ['a', 'a'],
        ],
        nominal,
        String,
      ).alpha,
    ).toBeNull()
    expect(krippendorff([], nominal, String)).toEqual({ alpha: null, interval: null, units: 0 })
  })

  it('is nought for coders who throw dice, and its interval holds nought', () => {
    const dice = numbers(7)
    const units = Array.from({ length: 400 }, () =>
      [dice(), dice()].map((one) => String(Math.floor(one * 4))),
    )
    const { alpha, interval } = krippendorff(units, nominal, String)
    expect(Math.abs(alpha ?? 1)).toBeLessThan(0.08)
    expect([interval?.[0] ?? 1, 0, interval?.[1] ?? -1]).toEqual(
      [...[interval?.[0] ?? 1, 0, interval?.[1] ?? -1]].sort((a, b) => a - b),
    )
  })

  it('covers the truth with its interval about as often as it says', () => {
    // Two coders who read a fair coin right in nine of ten cases each, wrong by chance: alpha is 1 − 2 · 0.9 · 0.1 / 0.5 = 0.64.
    const chance = numbers(11)
    const flip = (value: boolean): string => String(chance() < 0.9 ? value : !value)
    const held = Array.from({ length: 60 }, () => {
      const units = Array.from({ length: 120 }, () => {
        const truth = chance() < 0.5
        return [flip(truth), flip(truth)]
      })
      const { interval } = krippendorff(units, nominal, String)
      return interval !== null && interval[0] <= 0.64 && 0.64 <= interval[1]
    })
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.86)
  })

  it('gives the same interval for the same seed, and none for a handful of units', () => {
    const units = Array.from({ length: 40 }, (_, at) => [String(at % 3), String((at * 7) % 4)])
    expect(krippendorff(units, nominal, String, 5)).toEqual(krippendorff(units, nominal, String, 5))
    expect(krippendorff(units.slice(0, 9), nominal, String).interval).toBeNull()
  })

  it.each([
    [['a', 'b'], ['a', 'b'], 0],
    [['a'], ['a', 'b'], 1 - (1 / 2) * (2 / 3)],
    [['a', 'b'], ['b', 'c'], 1 - (1 / 3) * (1 / 3)],
    [['a'], ['b'], 1],
    [[], [], 0],
    [[], ['a'], 1],
  ])('of the sets %j and %j is apart by %f (MASI)', (a, b, expected) => {
    expect(masi(new Set(a), new Set(b))).toBeCloseTo(expected, 12)
  })

  it('does not care who is called first, nor what the values are called', () => {
    const unit = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), (units) => {
        const alpha = krippendorff(units, nominal, String).alpha
        const other = krippendorff(
          units.map((one) => [...one].reverse().map((each) => `${each}${each}`)),
          nominal,
          String,
        ).alpha
        expect(other ?? 2).toBeCloseTo(alpha ?? 2, 10)
      }),
    )
  })
})

describe('a field', () => {
  const twice = (at: string, first: Twice['first'], second: Twice['second']): Twice => ({
    record: 'a',
    at,
    first,
    second,
  })
  it('is compared by what it holds: sets by what they share, people by how many, free words not at all', () => {
    const fine = { ...barePenalty('fine'), amount: 100 }
    const one = twice(
      '2026-02-01T00:00:00Z',
      { act: ['detention', 'fine'], penalty: [fine] },
      { act: ['fine'], penalty: [{ ...fine, who: ['x'] }] },
    )
    const all = new Map(agreementOf([one], NO_PACK).map((each) => [each.field, each]))
    expect(all.get('act')?.same).toBe(0)
    expect(all.get('penalty')?.same).toBe(1)
    expect(likeness('act', one.first, one.second, NO_PACK)).toBeCloseTo(1 / 3, 10)
    expect(all.has('outcome' as never)).toBe(false)
  })

  it('is followed by quarter', () => {
    const [field] = agreementOf(
      [
        twice('2026-02-01T00:00:00Z', { kind: ['event'] }, { kind: ['event'] }),
        twice('2026-02-02T00:00:00Z', { kind: ['policy'] }, { kind: ['policy'] }),
        twice('2026-05-01T00:00:00Z', { kind: ['event'] }, { kind: ['policy'] }),
      ],
      NO_PACK,
    )
    expect(field?.quarters.map((one) => [one.quarter, one.alpha.alpha, one.alpha.units])).toEqual([
      ['2026-q1', 1, 2],
      ['2026-q2', 0, 1],
    ])
  })
})
