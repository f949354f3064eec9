/** Numbers in the order in which they came back in; those that stand in their old order, as many as there can be, out: the rest was moved. */

/** Longest increasing subsequence (Schensted 1961), in n log n. */
export function staying(order: readonly number[]): ReadonlySet<number> {
  /** By length: the place of the smallest number that ends a run of that length. */
  const ends: number[] = []
  const before: number[] = []
  order.forEach((number, at) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((order[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = at
  })
  const stay = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) stay.add(order[at] ?? -1)
  return stay
}
