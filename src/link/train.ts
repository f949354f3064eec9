/** Counted patterns of a table → λ, m and u of a model: λ from deterministic rules, held while m is learnt, then both again. */
import { LEVELS } from '../core/linkage/kinds.ts'
import type { LinkModel } from '../core/linkage/model.ts'
import type { Pattern, Shares } from '../core/linkage/pattern.ts'
import { chanceShares } from './chance.ts'
import { learnM } from './learn-m.ts'
import { recallOfSure, type Sure, surePairs, sureRules } from './share-of-pairs.ts'

export type Ground = {
  readonly rows: number
  /** Blocked pairs. */
  readonly patterns: readonly Pattern[]
  /** For each comparison, random pairs on each level, "missing" first. */
  readonly random: readonly (readonly number[])[]
  /** For each comparison: 1 / frequency of the rarer of two close values, over random pairs. */
  readonly closeRarity: readonly number[]
  readonly agreement: readonly { readonly exact: number; readonly filled: number }[]
}
export type Trained = {
  readonly lambda: number
  readonly shares: readonly Shares[]
  /** Deterministic rules that were used, by name; pairs that fulfil one; the share of pairs of one person that do. */
  readonly sure: {
    readonly rules: readonly (readonly string[])[]
    readonly pairs: number
    readonly recall: number
  }
}

const ROUNDS = 8
const [FIRST_RECALL, LEAST_RECALL] = [0.7, 0.05]

export function train(model: LinkModel, ground: Ground): Trained {
  const { comparisons } = model
  const { patterns, random, agreement } = ground
  const allPairs = (ground.rows * (ground.rows - 1)) / 2
  const start = comparisons.map((one) => one.m ?? LEVELS[one.kind].map((level) => level.start))
  const held = comparisons.map((one) => one.m !== null)
  const numberOf = (name: string): number => comparisons.findIndex((one) => one.name === name)
  const free = comparisons.map(({ name }) =>
    model.blocking.reduce(
      (bits, rule, j) => (rule.some((key) => key.comparison === name) ? bits : bits | (1 << j)),
      0,
    ),
  )
  const byChance = agreement.map((one) => one.exact * one.filled ** 2)
  const sure = sureRules(
    model.deterministic.map((rule) => rule.map(numberOf)),
    patterns,
    allPairs,
    byChance,
    random.map((counts) => {
      const both = counts.slice(1).reduce((sum, n) => sum + n, 0)
      return { level: counts.length - 1, share: (counts.at(-1) ?? 0) / Math.max(1, both) }
    }),
  )
  const expected = sure.reduce(
    (n, rule) => n + rule.reduce((share, i) => share * (byChance[i] ?? 1), allPairs),
    0,
  )
  const pairs = Math.max(0, surePairs(patterns, sure) - expected)
  // Nobody twice, as far as can be seen: fewer than one pair is assumed, and then none is believed.
  const fewest = 0.5 / Math.max(1, allPairs)
  const lambdaAt = (recall: number): number =>
    model.prior ??
    Math.min(0.5, Math.max(fewest, pairs / Math.max(recall, LEAST_RECALL) / Math.max(1, allPairs)))
  let recall = FIRST_RECALL
  let lambda = lambdaAt(recall)
  let m: Sure = start
  const chances = (): Sure =>
    comparisons.map(
      (one, i) => one.u ?? chanceShares(random[i] ?? [], agreement[i]?.exact ?? 0, lambda, m[i] ?? []),
    )
  let u = chances()
  for (let round = 0; round < ROUNDS; round += 1) {
    m = learnM({ patterns, u, lambda, start, free, held })
    if (sure.length > 0)
      recall = recallOfSure(
        sure,
        comparisons.map((_, i) => (m[i]?.[0] ?? 0) * (agreement[i]?.filled ?? 0) ** 2),
      )
    const next = lambdaAt(recall)
    const moved = Math.abs(Math.log(next / lambda))
    lambda = next
    u = chances()
    if (moved < 1e-3) break
  }
  const names = sure.map((rule) => rule.map((i) => comparisons[i]?.name ?? ''))
  return {
    lambda,
    shares: m.map((one, i) => ({ m: one, u: u[i] ?? [], close: ground.closeRarity[i] ?? 1 })),
    sure: { rules: names, pairs, recall },
  }
}
