/** A signature belongs to the version that was signed, and to whoever gave it: what follows it is never guessed. */
import { describe, expect, it } from 'vitest'
import { mayFollow, type Offer, oldestStanding, type SignAct, signatoriesOf, stands } from './signing.ts'

const offer = (version: number, isSubstance: boolean): Offer => ({
  ...{ version, isSubstance, hash: `${version}`, why: null, by: 'lena', at: '2026-11-01T09:00:00Z' },
})
const names = { en: 'Open Steppe', ru: null, kk: null }
const signature = { names, country: 'KZ', place: null, role: 'the board' }
const acts = (...all: readonly (SignAct | number)[]) =>
  all.map((one, at) => ({
    ...{ signatory: 'sg-1', by: 'sg-1', at: `2026-11-0${at + 1}T09:00:00Z` },
    ...(typeof one === 'number'
      ? { act: 'sign' as const, version: one, signature }
      : { act: one, version: null, signature: null }),
  }))

const OFFERS = [offer(1, true), offer(2, false), offer(3, true), offer(4, false)]

it.each([
  [1, 1, true],
  [1, 2, true],
  [2, 2, true],
  [1, 3, false],
  [2, 4, false],
  [3, 4, true],
  // Nobody stands under what they signed only later.
  [4, 3, false],
])('who signed version %i stands under version %i: %s', (signed, under, expected) => {
  const [one] = signatoriesOf(acts(signed))
  expect(one && stands(one, OFFERS, under)).toBe(expected)
})

it('keeps the oldest version whose signatures still stand', () => {
  expect([1, 2, 3, 4].map((one) => oldestStanding(OFFERS, one))).toEqual([1, 1, 3, 3])
})

describe.each([
  [[1], 'signed', false],
  [[1, 'confirm'], 'confirmed', true],
  [[1, 'confirm', 'withdraw'], 'withdrawn', true],
  [[1, 'withdraw'], 'withdrawn', false],
  // A new signature is confirmed anew: another may hold the link by now.
  [[1, 'confirm', 3], 'signed', true],
  [['decline', 1], 'signed', false],
  [[1, 'confirm', 'strike'], 'struck', true],
] as const)('%j', (all, standing, wasConfirmed) => {
  it(`is ${standing}`, () => {
    expect(signatoriesOf(acts(...all))).toMatchObject([{ standing, wasConfirmed }])
  })
})

it.each([
  ['confirm', null, false],
  ['confirm', 'confirmed', false],
  ['withdraw', null, false],
  ['withdraw', 'declined', false],
  ['decline', 'confirmed', false],
  ['sign', 'struck', false],
  ['sign', 'withdrawn', true],
  ['sign', 'confirmed', true],
] as const)('%s after %s: %s', (act, before, expected) => {
  expect(mayFollow(act, before)).toBe(expected)
})
