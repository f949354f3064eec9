/** Counts with what was expected of each in, the running sum of what was too many out. */

export type Expected = { readonly found: number; readonly expected: number }

/**
 * Page's cumulative sum for Poisson counts with an offset (Page 1954, Biometrika 41; Lucas 1985, Technometrics 27): each month adds
 * what was found less `allowance` times what was expected, and the sum never falls below 0. With `allowance` (r - 1) / ln r it is the
 * likelihood ratio of r times as many against as many, up to a factor. `spread` ≥ 1 divides each term where months vary more than
 * chance events do (quasi-Poisson).
 */
export function cusum(months: readonly Expected[], allowance: number, spread: number): readonly number[] {
  let sum = 0
  return months.map(({ found, expected }) => {
    sum = Math.max(0, sum + (found - allowance * expected) / spread)
    return sum
  })
}

/** Pearson's: 1 when months vary as chance events do, more when they vary more. */
export function spreadOf(months: readonly Expected[]): number {
  const known = months.filter((one) => one.expected > 0)
  const sum = known.reduce((all, one) => all + (one.found - one.expected) ** 2 / one.expected, 0)
  return Math.max(1, sum / Math.max(1, known.length - 1))
}
