/** Counted patterns, u and λ → m, by expectation and maximisation on the counts (Dempster, Laird & Rubin 1977; Winkler 1988). */
import type { Pattern } from '../core/linkage/pattern.ts'

export type Learning = {
  readonly patterns: readonly Pattern[]
  /** Held: for each comparison, for each level. */
  readonly u: readonly (readonly number[])[]
  /** Share of all pairs of the table that are one person; held. Free, it runs away to whatever most blocked pairs are. */
  readonly lambda: number
  readonly start: readonly (readonly number[])[]
  /** For each comparison the rules that do not look at it, as bits: only pairs they give teach its m, for the others were chosen because they agree. */
  readonly free: readonly number[]
  /** Comparisons whose m was given. */
  readonly held: readonly boolean[]
}

const ROUNDS = 200
const STILL = 1e-6
/** So many pairs' worth of the starting shares stands beside what is learnt. */
const PRIOR_PAIRS = 2
/**
 * A pattern believed less than this teaches nothing. Thousands of namesakes with another birthday, each believed a little, would
 * together outweigh the pairs that are known, and how many they are rests on u being right to the last percent.
 */
const LEAST_TAUGHT_BY = 0.05
/** With fewer pairs of one person from the free rules all pairs teach. */
const LEAST_TAUGHT = 20

export function learnM({ patterns, u, lambda, start, free, held }: Learning): readonly (readonly number[])[] {
  let m = start
  for (let round = 0; round < ROUNDS; round += 1) {
    const believed = patterns.map((one) => {
      const p = probability(one.levels, m, u, lambda)
      return p < LEAST_TAUGHT_BY ? 0 : one.n * p
    })
    const next = m.map((shares, i) =>
      held[i] ? shares : maximise(patterns, believed, i, free[i] ?? 0, start[i] ?? []),
    )
    const moved = Math.max(
      ...next.flatMap((shares, i) => shares.map((one, level) => Math.abs(one - (m[i]?.[level] ?? 0)))),
    )
    m = next
    if (moved < STILL) break
  }
  return m
}

/** Fellegi & Sunter 1969: odds of λ times m/u of each comparison. In 0..1. */
export function probability(
  levels: readonly number[],
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  lambda: number,
): number {
  let odds = lambda / (1 - lambda)
  for (let i = 0; i < levels.length; i += 1) {
    const level = levels[i] ?? 0
    if (level > 0) odds *= (m[i]?.[level - 1] ?? 1) / (u[i]?.[level - 1] ?? 1)
  }
  return odds / (1 + odds)
}

function maximise(
  patterns: readonly Pattern[],
  believed: readonly number[],
  i: number,
  free: number,
  start: readonly number[],
): readonly number[] {
  const sums = (only: boolean): number[] => {
    const found = start.map(() => 0)
    patterns.forEach(({ levels, rules }, at) => {
      const level = levels[i] ?? 0
      if (level > 0 && (!only || (rules & free) !== 0))
        found[level - 1] = (found[level - 1] ?? 0) + (believed[at] ?? 0)
    })
    return found
  }
  const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0)
  const taught = sums(true)
  const counts = total(taught) >= LEAST_TAUGHT ? taught : sums(false)
  const all = total(counts) + PRIOR_PAIRS
  return counts.map((n, level) => (n + PRIOR_PAIRS * (start[level] ?? 0)) / all)
}
