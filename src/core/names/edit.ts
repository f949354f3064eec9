/** Two folded tokens in, how alike they are out: an edit distance in which letters that are easily confused cost little. */
import type { EditCosts } from './rules.ts'

/** A token of this length may bear about so many whole faults before nothing of the likeness is left. */
const budget = (length: number): number => Math.max(1, Math.log(Math.max(length - 1, 1)) / Math.log(2.2))

/**
 * 1 for equal, 0 for unlike. Damerau–Levenshtein (optimal string alignment) with the costs of the codebook; a fault in the
 * first letter counts more. Nomenklatura's cap is followed: beyond what a token of that length can bear, nothing is alike.
 */
export function likeness(a: string, b: string, costs: EditCosts): number {
  if (a === b) return 1
  const [one, other] = [[...a], [...b]]
  const longest = Math.max(one.length, other.length)
  const most = budget(Math.min(one.length, other.length))
  if (Math.abs(one.length - other.length) > 2 * most + 1) return 0
  const cost = distance(one, other, costs)
  return cost > most ? 0 : 1 - cost / longest
}

function distance(a: readonly string[], b: readonly string[], costs: EditCosts): number {
  const gap = (letter: string): number => costs.gaps.get(letter) ?? 1
  let before: number[] = []
  let row = [0]
  for (let j = 1; j <= b.length; j += 1)
    row.push((row[j - 1] ?? 0) + gap(b[j - 1] ?? '') * (j === 1 ? costs.first : 1))
  for (let i = 1; i <= a.length; i += 1) {
    const x = a[i - 1] ?? ''
    const next = [(row[0] ?? 0) + gap(x) * (i === 1 ? costs.first : 1)]
    for (let j = 1; j <= b.length; j += 1) {
      const y = b[j - 1] ?? ''
      const first = i === 1 && j === 1 ? costs.first : 1
      let best = Math.min(
        (row[j - 1] ?? 0) + change(x, y, costs) * first,
        (row[j] ?? 0) + gap(x),
        (next[j - 1] ?? 0) + gap(y),
      )
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2] && x !== y)
        best = Math.min(best, (before[j - 2] ?? 0) + costs.swap)
      next.push(best)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

const change = (x: string, y: string, { pairs }: EditCosts): number =>
  x === y ? 0 : (pairs.get(x < y ? x + y : y + x) ?? 1)
