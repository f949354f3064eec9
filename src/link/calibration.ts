/** Trained shares and patterns → how well probabilities hold, seen without any labels: hide one comparison, foretell it from the others. */
import type { LinkModel } from '../core/linkage/model.ts'
import type { Pattern, Shares } from '../core/linkage/pattern.ts'
import { probability } from './learn-m.ts'

/** Pairs whose probability by the other comparisons lies in a tenth; how often the hidden comparison should agree, and does. */
export type Tenth = {
  readonly from: number
  readonly pairs: number
  readonly expected: number
  readonly seen: number
}

const TENTHS = 10

/**
 * If p is right, a comparison that p does not rest on agrees in p·m + (1 − p)·u of the pairs. Only pairs that came by rules which
 * do not look at it are taken: of the others it is known to agree.
 */
export function calibrate(
  model: LinkModel,
  patterns: readonly Pattern[],
  shares: readonly Shares[],
  lambda: number,
): readonly Tenth[] {
  const tenths = Array.from({ length: TENTHS }, (_, index) => ({
    from: index / TENTHS,
    pairs: 0,
    expected: 0,
    seen: 0,
  }))
  const [m, u] = [shares.map((one) => one.m), shares.map((one) => one.u)]
  model.comparisons.forEach(({ name, unless }, hidden) => {
    if (unless !== null) return
    const free = model.blocking.reduce(
      (bits, rule, j) => (rule.some((key) => key.comparison === name) ? bits : bits | (1 << j)),
      0,
    )
    for (const { levels, rules, n } of patterns) {
      if ((rules & free) === 0 || (levels[hidden] ?? 0) === 0) continue
      const p = probability(
        levels.map((level, i) => (i === hidden ? 0 : level)),
        m,
        u,
        lambda,
      )
      const tenth = tenths[Math.min(TENTHS - 1, Math.floor(p * TENTHS))]
      if (!tenth) continue
      tenth.pairs += n
      tenth.expected += n * (p * (m[hidden]?.[0] ?? 0) + (1 - p) * (u[hidden]?.[0] ?? 0))
      if (levels[hidden] === 1) tenth.seen += n
    }
  })
  return tenths.map(({ from, pairs, expected, seen }) => ({
    from,
    pairs,
    expected: pairs === 0 ? 0 : expected / pairs,
    seen: pairs === 0 ? 0 : seen / pairs,
  }))
}
