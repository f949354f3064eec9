/** Pairs drawn from known shares: what is learnt from their patterns is what they were drawn from, and the probabilities keep their word. */
import { describe, expect, it } from 'vitest'
import type { Pattern } from '../core/linkage/pattern.ts'
import { numbers } from '../core/seeded.ts'
import { learnM, probability } from './learn-m.ts'

const M = [
  [0.85, 0.1, 0.05],
  [0.7, 0.2, 0.1],
  [0.9, 0.1],
  [0.6, 0.3, 0.1],
]
const U = [
  [0.01, 0.02, 0.97],
  [0.005, 0.015, 0.98],
  [0.1, 0.9],
  [0.002, 0.01, 0.988],
]
const LAMBDA = 0.002
const PAIRS = 600_000

/** A value is missing in a tenth of the pairs, whoever they are. */
function simulated(seed: number): { readonly patterns: readonly (Pattern & { readonly true: number })[] } {
  const draw = numbers(seed)
  const found = new Map<string, { levels: readonly number[]; n: number; true: number }>()
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const isOne = draw() < LAMBDA
    const levels = (isOne ? M : U).map((shares) => {
      if (draw() < 0.1) return 0
      let rest = draw()
      const at = shares.findIndex((share) => {
        rest -= share
        return rest < 0
      })
      return at < 0 ? shares.length : at + 1
    })
    const key = levels.join('')
    const one = found.get(key) ?? { levels, n: 0, true: 0 }
    one.n += 1
    if (isOne) one.true += 1
    found.set(key, one)
  }
  return { patterns: [...found.values()].map((one) => ({ ...one, rules: 1 })) }
}

const { patterns } = simulated(5)
const learnt = learnM({
  patterns,
  u: U,
  lambda: LAMBDA,
  start: M.map((one) => one.map(() => 1 / one.length)),
  free: M.map(() => 1),
  held: M.map(() => false),
})

describe('what is learnt from simulated pairs', () => {
  it.each(M.map((_, i) => i))('is what comparison %i was drawn from', (i) => {
    learnt[i]?.forEach((share, level) => {
      expect(Math.abs(share - (M[i]?.[level] ?? 0))).toBeLessThan(0.035)
    })
  })

  it('gives probabilities that hold, tenth by tenth', () => {
    const tenths = Array.from({ length: 10 }, () => ({ pairs: 0, promised: 0, true: 0 }))
    for (const { levels, n, true: right } of patterns) {
      const p = probability(levels, learnt, U, LAMBDA)
      const tenth = tenths[Math.min(9, Math.floor(p * 10))]
      if (!tenth) continue
      tenth.pairs += n
      tenth.promised += n * p
      tenth.true += right
    }
    for (const tenth of tenths.filter((one) => one.pairs >= 60))
      expect(Math.abs(tenth.promised - tenth.true) / tenth.pairs).toBeLessThan(0.12)
    const believed = tenths.at(-1)
    expect((believed?.true ?? 0) / (believed?.pairs ?? 1)).toBeGreaterThan(0.95)
  })

  it('learns nothing where shares are given', () => {
    const held = learnM({
      patterns,
      u: U,
      lambda: LAMBDA,
      start: M,
      free: M.map(() => 1),
      held: M.map(() => true),
    })
    expect(held).toEqual(M)
  })
})
