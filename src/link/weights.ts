/** m and u → weights: log2 of how much likelier a level is among pairs of one person. */
import { LEVEL_BITS } from '../core/linkage/kinds.ts'
import type { Shares } from '../core/linkage/pattern.ts'

export const weightOf = ({ m, u }: Shares, level: number): number =>
  level === 0 ? 0 : Math.log2((m[level - 1] ?? 1) / (u[level - 1] ?? 1))

export const priorWeight = (lambda: number): number => Math.log2(lambda / (1 - lambda))

/**
 * The weight of a whole pattern with the prior. Where a comparison weighs by frequency and agrees wholly, log2 of 1 / frequency
 * of its value is added for each pair, so that u of that level is left out here.
 */
export const patternWeight = (
  levels: readonly number[],
  shares: readonly Shares[],
  frequency: readonly boolean[],
  lambda: number,
): number =>
  levels.reduce((sum, level, i) => {
    const own = shares[i]
    if (!own) return sum
    return sum + (level === 1 && frequency[i] ? Math.log2(own.m[0] ?? 1) : weightOf(own, level))
  }, priorWeight(lambda))

/** Three bits a comparison, the first lowest; whole numbers up to 2^53 are exact. */
export const levelsOf = (code: number, comparisons: number): readonly number[] => {
  const levels: number[] = []
  let rest = code
  for (let i = 0; i < comparisons; i += 1) {
    levels.push(rest % 2 ** LEVEL_BITS)
    rest = Math.floor(rest / 2 ** LEVEL_BITS)
  }
  return levels
}

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight)
