/** Patterns with the rules that gave them → how many pairs of one person blocking found, told by two rules that look at different things. */
import type { LinkModel } from '../core/linkage/model.ts'

export type FoundByRules = { readonly rules: number; readonly pairs: number }

/**
 * Chandra Sekar & Deming 1949: where two rules share no comparison, what one finds of the other's pairs is what it finds of all.
 * `believed`: pairs of one person (their probabilities summed) for each set of rules. Null: no two such rules found enough.
 */
export function recallByRules(model: LinkModel, believed: readonly FoundByRules[]): number | null {
  const sum = (holds: (rules: number) => boolean): number =>
    believed.reduce((total, one) => (holds(one.rules) ? total + one.pairs : total), 0)
  const all = sum(() => true)
  let best: { readonly both: number; readonly recall: number } | null = null
  for (let j = 0; j < model.blocking.length; j += 1)
    for (let k = j + 1; k < model.blocking.length; k += 1) {
      const names = new Set(model.blocking[j]?.map((key) => key.comparison))
      if (model.blocking[k]?.some((key) => names.has(key.comparison))) continue
      const [a, b] = [1 << j, 1 << k]
      const both = sum((rules) => (rules & a) !== 0 && (rules & b) !== 0)
      if (both < LEAST_BOTH || (best && both <= best.both)) continue
      const there = (sum((rules) => (rules & a) !== 0) * sum((rules) => (rules & b) !== 0)) / both
      best = { both, recall: Math.min(1, all / there) }
    }
  return best?.recall ?? null
}

const LEAST_BOTH = 20
