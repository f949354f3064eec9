/** m and u → weights: log2 of how much likelier a level is among pairs of one person. */
import { CLOSE_LEVEL, type Kind, LEVEL_BITS, weighsClose } from '../core/linkage/kinds.ts'
import type { Shares } from '../core/linkage/pattern.ts'

export const weightOf = ({ m, u }: Pick<Shares, 'm' | 'u'>, level: number): number =>
  level === 0 ? 0 : Math.log2((m[level - 1] ?? 1) / (u[level - 1] ?? 1))

export const priorWeight = (lambda: number): number => Math.log2(lambda / (1 - lambda))

/**
 * What a level weighs before the rarity of the value, which is log2 of 1 / frequency and is added pair by pair. A value that is
 * the same has its own frequency in the place of u (Splink's adjustment). Of two close ones the rarer counts: a slip makes a word
 * that nobody else bears, two words that many bear are two names (Meier, Meyer). By Bayes the odds of one slip grow with
 * 1 / frequency of the rarer; they are set so that over random pairs they come to what the level says.
 */
export const bareWeight = (own: Shares, level: number, { kind, frequency }: Weighed): number => {
  const plain = weightOf(own, level)
  if (!frequency) return plain
  if (level === 1) return plain + Math.log2(own.u[0] ?? 1)
  return level === CLOSE_LEVEL && weighsClose(kind) ? plain - Math.log2(own.close) : plain
}

type Weighed = { readonly kind: Kind; readonly frequency: boolean }

/** The weight of a whole pattern with the prior, before rarity. */
export const patternWeight = (
  levels: readonly number[],
  shares: readonly Shares[],
  comparisons: readonly Weighed[],
  lambda: number,
): number =>
  levels.reduce((sum, level, i) => {
    const [own, of] = [shares[i], comparisons[i]]
    return own && of ? sum + bareWeight(own, level, of) : sum
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
