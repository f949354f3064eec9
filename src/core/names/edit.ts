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
  const longest = Math.max(a.length, b.length)
  const most = budget(Math.min(a.length, b.length))
  if (Math.abs(a.length - b.length) > 2 * most + 1) return 0
  const cost = distance(a, b, costs, most)
  return cost > most ? 0 : 1 - cost / longest
}

/** Costs by the numbers of letters, so that a million words are compared in seconds. Folded letters lie below KNOWN; others cost 1. */
type Table = { readonly change: Float64Array; readonly gap: Float64Array }
const KNOWN = 0x180
const tables = new WeakMap<EditCosts, Table>()
function tableOf(costs: EditCosts): Table {
  const before = tables.get(costs)
  if (before) return before
  const change = new Float64Array(KNOWN * KNOWN).fill(1)
  const gap = new Float64Array(KNOWN).fill(1)
  const at = (letter: string): number => letter.charCodeAt(0)
  for (const [letter, cost] of costs.gaps) gap[at(letter)] = cost
  for (const [x, row] of costs.pairs) for (const [y, cost] of row) change[at(x) * KNOWN + at(y)] = cost
  const made = { change, gap }
  tables.set(costs, made)
  return made
}

/** Infinite once nothing can come of it but more than `most`. */
function distance(a: string, b: string, costs: EditCosts, most: number): number {
  const { change, gap } = tableOf(costs)
  const gapOf = (letter: number): number => (letter < KNOWN ? (gap[letter] ?? 1) : 1)
  let before: number[] = []
  let row = [0]
  for (let j = 1; j <= b.length; j += 1)
    row.push((row[j - 1] ?? 0) + gapOf(b.charCodeAt(j - 1)) * (j === 1 ? costs.first : 1))
  let leastBefore = 0
  for (let i = 1; i <= a.length; i += 1) {
    const x = a.charCodeAt(i - 1)
    const gapX = gapOf(x)
    const next = [(row[0] ?? 0) + gapX * (i === 1 ? costs.first : 1)]
    let least = next[0] ?? 0
    for (let j = 1; j <= b.length; j += 1) {
      const y = b.charCodeAt(j - 1)
      const changed = x === y ? 0 : x < KNOWN && y < KNOWN ? (change[x * KNOWN + y] ?? 1) : 1
      let best = (row[j - 1] ?? 0) + (i === 1 && j === 1 ? changed * costs.first : changed)
      const lost = (row[j] ?? 0) + gapX
      const found = (next[j - 1] ?? 0) + gapOf(y)
      if (lost < best) best = lost
      if (found < best) best = found
      if (i > 1 && j > 1 && x !== y && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2)) {
        const swapped = (before[j - 2] ?? 0) + costs.swap
        if (swapped < best) best = swapped
      }
      next.push(best)
      if (best < least) least = best
    }
    // A swap looks two rows back.
    if (least > most && leastBefore > most) return Number.POSITIVE_INFINITY
    leastBefore = least
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
