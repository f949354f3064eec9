/** Two lists of words → which of them stand in both, in the same order, by index. */
export type Pair = readonly [left: number, right: number]

/** Above this many comparisons equal words are matched as they come: a rough answer at once instead of a fine one in minutes. */
const MOST_CELLS = 4_000_000

export function commonOf(left: readonly string[], right: readonly string[]): readonly Pair[] {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let [leftEnd, rightEnd] = [left.length, right.length]
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1
    rightEnd -= 1
  }
  const [a, b] = [left.slice(start, leftEnd), right.slice(start, rightEnd)]
  const middle = a.length * b.length > MOST_CELLS ? roughly(a, b) : longest(a, b)
  const pairs: Pair[] = []
  for (let at = 0; at < start; at += 1) pairs.push([at, at])
  for (const [at, to] of middle) pairs.push([start + at, start + to])
  for (let at = 0; leftEnd + at < left.length; at += 1) pairs.push([leftEnd + at, rightEnd + at])
  return pairs
}

/** The longest common subsequence, by the table of all lengths. */
function longest(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs: Pair[] = []
  let [row, column] = [0, 0]
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) {
      pairs.push([row, column])
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}

/** Each word of the left with the next equal one of the right. */
function roughly(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const places = new Map<string, number[]>()
  b.forEach((word, at) => {
    const known = places.get(word)
    if (known) known.push(at)
    else places.set(word, [at])
  })
  const pairs: Pair[] = []
  let reached = -1
  a.forEach((word, at) => {
    const own = places.get(word) ?? []
    while (own.length > 0 && (own[0] ?? 0) <= reached) own.shift()
    const to = own.shift()
    // A word far ahead would give up everything between.
    if (to === undefined || to > reached + 1000) return
    pairs.push([at, to])
    reached = to
  })
  return pairs
}
