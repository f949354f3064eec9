/** How often two records agree when drawn at random → u: how often they do when they are two persons. */

/**
 * `counts[l]`: random pairs on level l, "missing" at 0. `exact`: share of all pairs that agree wholly, counted from the values
 * themselves, since a sample never sees what is rare. Pairs of one person are among random ones and are taken off: q = λm + (1−λ)u.
 */
export function chanceShares(
  counts: readonly number[],
  exact: number,
  lambda: number,
  m: readonly number[],
): readonly number[] {
  const seen = counts.slice(1)
  const all = seen.reduce((sum, n) => sum + n, 0)
  const rest = all - (seen[0] ?? 0)
  // Half a pair on every level: what was never seen among so many is rare, not impossible.
  const drawn = seen.map((n, level) =>
    level === 0 ? exact : ((n + 0.5) / (rest + 0.5 * (seen.length - 1))) * (1 - exact),
  )
  const apart = drawn.map((share, level) => {
    const least = Math.max(share * LEAST_LEFT, 0.1 / Math.max(all, 10))
    return Math.max((share - lambda * (m[level] ?? 0)) / (1 - lambda), least)
  })
  const sum = apart.reduce((total, share) => total + share, 0)
  return apart.map((share) => share / sum)
}

/** Taking off never leaves less than this of what was seen: λ and m are estimates themselves. */
const LEAST_LEFT = 0.02
