/** Two rows of tokens with the likeness of each pair in, the pairing with the greatest likeness out; order does not count. */

export type Paired = { readonly left: number; readonly right: number; readonly like: number }

/** More tokens than any name has: beyond it, pairs are taken greedily. */
const MOST_EXACT = 9

/** `like` says 0 for tokens that may not be paired. Maximum-weight matching; exact for names of up to nine tokens. */
export function aligned(
  left: number,
  right: number,
  like: (left: number, right: number) => number,
): readonly Paired[] {
  const table = Array.from({ length: left }, (_, i) => Array.from({ length: right }, (_, j) => like(i, j)))
  return plainly(table) ?? (right > MOST_EXACT ? greedy(table) : exact(table, right))
}

/** Where no token may be paired with two others there is nothing to choose, as in most pairs of names; null: there is. */
function plainly(table: readonly (readonly number[])[]): readonly Paired[] | null {
  const pairs: Paired[] = []
  for (let left = 0; left < table.length; left += 1) {
    const row = table[left] ?? []
    for (let right = 0; right < row.length; right += 1) {
      const like = row[right] ?? 0
      if (like <= 0) continue
      if (pairs.some((one) => one.left === left || one.right === right)) return null
      pairs.push({ left, right, like })
    }
  }
  return pairs
}

function greedy(table: readonly (readonly number[])[]): readonly Paired[] {
  const all = table.flatMap((row, left) => row.map((like, right) => ({ left, right, like })))
  const taken: Paired[] = []
  for (const one of all.filter((pair) => pair.like > 0).sort((a, b) => b.like - a.like))
    if (!taken.some((pair) => pair.left === one.left || pair.right === one.right)) taken.push(one)
  return taken
}

/** Over subsets of the right side: best[set] after the first tokens of the left. */
function exact(table: readonly (readonly number[])[], right: number): readonly Paired[] {
  type Best = { readonly sum: number; readonly pairs: readonly Paired[] }
  let best = new Map<number, Best>([[0, { sum: 0, pairs: [] }]])
  for (const [left, row] of table.entries()) {
    const next = new Map<number, Best>(best)
    for (const [set, { sum, pairs }] of best)
      for (let j = 0; j < right; j += 1) {
        const like = row[j] ?? 0
        if (like <= 0 || set & (1 << j)) continue
        const known = next.get(set | (1 << j))
        if (known && known.sum >= sum + like) continue
        next.set(set | (1 << j), { sum: sum + like, pairs: [...pairs, { left, right: j, like }] })
      }
    best = next
  }
  return [...best.values()].reduce((a, b) => (b.sum > a.sum ? b : a)).pairs
}
