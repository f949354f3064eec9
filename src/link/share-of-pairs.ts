/** Pairs that agree on a deterministic rule, and m → λ: the share of all pairs of a table that are one person. */
import type { Pattern } from '../core/linkage/pattern.ts'

/** Chance agreement may be this share of what was seen, or a rule says nothing of persons. */
const MOST_BY_CHANCE = 0.2

/** Lists of comparisons (by number) that all agree. */
export type Sure = readonly (readonly number[])[]

/** Pairs that agree wholly on one of the lists. */
export const surePairs = (patterns: readonly Pattern[], sure: Sure): number =>
  patterns.reduce((sum, { levels, n }) => (isSure(levels, sure) ? sum + n : sum), 0)

const isSure = (levels: readonly number[], sure: Sure): boolean =>
  sure.some((rule) => rule.every((i) => levels[i] === 1))

/**
 * Of candidates those that chance hardly ever fulfils, by two looks. Pairs seen against pairs to be expected if nobody were there
 * twice; and, since a postcode and its town agree together without any person being the same, what the other comparisons say
 * of the pairs: where they are one person, those agree as well, about as often as under the best of the rules.
 */
export function sureRules(
  candidates: Sure,
  patterns: readonly Pattern[],
  allPairs: number,
  agreeByChance: readonly number[],
  differByChance: readonly Differing[],
): Sure {
  const rare = candidates.filter((rule) => {
    const seen = surePairs(patterns, [rule])
    const expected = allPairs * rule.reduce((share, i) => share * (agreeByChance[i] ?? 1), 1)
    return seen > 0 && expected <= seen * MOST_BY_CHANCE
  })
  const supports = rare.map((rule) => supportOf(rule, patterns, differByChance))
  const seen = rare.map((rule) => surePairs(patterns, [rule]))
  const most = Math.max(...seen)
  const best = Math.max(...supports.filter((_, index) => (seen[index] ?? 0) >= most * WELL_SEEN))
  return rare.filter((_, index) => (supports[index] ?? 0) >= best * LEAST_SUPPORT)
}

const FEWEST_SEEN = 3
/** The best rule is sought among those that many pairs fulfil. */
const WELL_SEEN = 0.2
const LEAST_SUPPORT = 0.6

/** Level on which values have nothing in common, and the share of random pairs on it. */
export type Differing = { readonly level: number; readonly share: number }

/** Among pairs that fulfil a rule, how often another comparison agrees at least somehow, beyond chance: the median over the others. */
function supportOf(
  rule: readonly number[],
  patterns: readonly Pattern[],
  byChance: readonly Differing[],
): number {
  const own = patterns.filter(({ levels }) => isSure(levels, [rule]))
  const shares = byChance.flatMap(({ level, share }, i) => {
    if (rule.includes(i)) return []
    const both = own.filter(({ levels }) => (levels[i] ?? 0) > 0)
    const all = both.reduce((sum, one) => sum + one.n, 0)
    const differ = both.reduce((sum, one) => (one.levels[i] === level ? sum + one.n : sum), 0)
    return all < FEWEST_SEEN ? [] : [Math.max(0, share - differ / all)]
  })
  shares.sort((a, b) => a - b)
  return shares.length === 0 ? 1 : (shares[Math.floor((shares.length - 1) / 2)] ?? 0)
}

/**
 * The share of pairs of one person that fulfil one of the rules, if their comparisons agree independently: summed over which
 * comparisons agree wholly. `agree[i]`: m of the first level times the share of pairs in which both values are there.
 */
export function recallOfSure(sure: Sure, agree: readonly number[]): number {
  const involved = [...new Set(sure.flat())].sort((a, b) => a - b)
  let recall = 0
  for (let bits = 0; bits < 2 ** involved.length; bits += 1) {
    const holds = (i: number): boolean => ((bits >> involved.indexOf(i)) & 1) === 1
    if (!sure.some((rule) => rule.every(holds))) continue
    recall += involved.reduce((share, i) => share * (holds(i) ? (agree[i] ?? 0) : 1 - (agree[i] ?? 0)), 1)
  }
  return recall
}
