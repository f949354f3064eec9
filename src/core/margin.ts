/** The margin that stands and how many records are held back in, the margin after the next setting out. */

/** How many records may be held back: a range of the codebook's grid. `high` null has no upper end. */
export type Margin = { readonly low: number; readonly high: number | null }

/** Margins of one setting, for every country and year at once. */
export type YearMargin = Margin & { readonly country: string; readonly year: string }

/** A year that no setting knew has the first range, like a year of which nothing is held back: neither can be told from the other. */
export const firstOf = (grid: readonly Margin[]): Margin => grid[0] ?? { low: 0, high: null }

const holds = ({ low, high }: Margin, n: number): boolean => n >= low && (high === null || n <= high)

/** How far a number stands from the nearer edge. */
const depth = ({ low, high }: Margin, n: number): number =>
  Math.min(
    low === 0 ? Number.POSITIVE_INFINITY : n - low,
    high === null ? Number.POSITIVE_INFINITY : high - n,
  )

/** Stays while it holds the count; then the range in which the count lies deepest, so that the next record does not move it back. */
export function nextMargin(grid: readonly Margin[], standing: Margin | undefined, hidden: number): Margin {
  const now = standing ?? firstOf(grid)
  if (holds(now, hidden)) return now
  const fitting = grid.filter((one) => holds(one, hidden))
  return fitting.reduce(
    (best, one) => (depth(one, hidden) > depth(best, hidden) ? one : best),
    fitting[0] ?? now,
  )
}
