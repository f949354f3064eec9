/** A group with the probabilities of its pairs → what the other pairs imply of each: A is B and B is C leaves little room for A not being C. */

/** Larger groups are left as they are: the work grows with the cube. */
export const MOST_IMPLIED = 150

/**
 * Boole's inequality: P(A = C) ≥ 1 − P(A ≠ B) − P(B ≠ C), along the best path. `doubt[i][j]`: 1 − probability of the pair itself,
 * 1 where it was not compared. Changed in place to the least doubt; Floyd 1962.
 */
export function leastDoubt(doubt: readonly Float64Array[]): void {
  const n = doubt.length
  for (let via = 0; via < n; via += 1) {
    const second = doubt[via]
    if (!second) continue
    for (let from = 0; from < n; from += 1) {
      const first = doubt[from]
      const near = first?.[via] ?? 1
      if (!first || near >= 1 || from === via) continue
      for (let to = 0; to < n; to += 1) {
        const through = near + (second[to] ?? 1)
        if (through < (first[to] ?? 1)) first[to] = through
      }
    }
  }
}
