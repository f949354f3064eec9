/** Small dense matrices: least squares by Cholesky, the directions a matrix does not see, non-negative least squares. */

export type Matrix = readonly (readonly number[])[]
/** Sums of zeros and ones: what is smaller than this is rounding. */
const ZERO = 1e-9

/** Lower triangle of a symmetric matrix; null where it is not positive definite. */
function cholesky(a: Matrix): number[][] | null {
  const lower = a.map((row) => row.map(() => 0))
  for (let i = 0; i < a.length; i += 1) {
    const [own, given] = [lower[i] ?? [], a[i] ?? []]
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? []
      let sum = given[j] ?? 0
      for (let m = 0; m < j; m += 1) sum -= (own[m] ?? 0) * (other[m] ?? 0)
      if (i !== j) own[j] = sum / (other[j] ?? 1)
      else if (sum > (given[i] ?? 0) * 1e-13) own[i] = Math.sqrt(sum)
      else return null
    }
  }
  return lower
}

/** Solves `a x = b` for a symmetric positive definite `a`; null where it is not. */
export function solve(a: Matrix, b: readonly number[]): number[] | null {
  const lower = cholesky(a)
  if (!lower) return null
  const x = [...b]
  for (let i = 0; i < x.length; i += 1) {
    const row = lower[i] ?? []
    let sum = x[i] ?? 0
    for (let m = 0; m < i; m += 1) sum -= (row[m] ?? 0) * (x[m] ?? 0)
    x[i] = sum / (row[i] ?? 1)
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    let sum = x[i] ?? 0
    for (let m = i + 1; m < x.length; m += 1) sum -= (lower[m]?.[i] ?? 0) * (x[m] ?? 0)
    x[i] = sum / (lower[i]?.[i] ?? 1)
  }
  return x
}

/** Directions z with `a z = 0`, by elimination; none where all columns are independent. */
export function nullSpace(a: Matrix, columns: number): readonly (readonly number[])[] {
  const rows = a.map((row) => [...row])
  const pivots: number[] = []
  let top = 0
  for (let column = 0; column < columns && top < rows.length; column += 1) {
    let best = top
    for (let i = top; i < rows.length; i += 1)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i
    const pivot = rows[best]?.[column] ?? 0
    if (Math.abs(pivot) < ZERO) continue
    const own = (rows[best] ?? []).map((one) => one / pivot)
    ;[rows[best], rows[top]] = [rows[top] ?? [], own]
    rows.forEach((row, i) => {
      const factor = row[column] ?? 0
      if (i === top || factor === 0) return
      for (let m = column; m < columns; m += 1) row[m] = (row[m] ?? 0) - factor * (own[m] ?? 0)
    })
    pivots.push(column)
    top += 1
  }
  const free = Array.from({ length: columns }, (_, at) => at).filter((at) => !pivots.includes(at))
  return free.map((at) => {
    const direction = Array.from({ length: columns }, (_, one): number => (one === at ? 1 : 0))
    pivots.forEach((column, row) => {
      direction[column] = -(rows[row]?.[at] ?? 0)
    })
    return direction
  })
}

/** Whether some x ≥ 0 has `a x = b`: non-negative least squares (Lawson and Hanson 1974), whose rest is then nothing. */
export function isReachable(a: Matrix, b: readonly number[]): boolean {
  const columns = a[0]?.length ?? 0
  const x = Array.from({ length: columns }, () => 0)
  const active = new Set<number>()
  const rest = (): readonly number[] =>
    b.map((one, i) => one - (a[i] ?? []).reduce((sum, value, j) => sum + value * (x[j] ?? 0), 0))
  const pull = (column: number, left: readonly number[]): number =>
    left.reduce((sum, one, i) => sum + one * (a[i]?.[column] ?? 0), 0)
  for (let round = 0; round < 10 * columns + 10; round += 1) {
    const left = rest()
    const steepest = x
      .map((_, column) => ({ column, gain: active.has(column) ? 0 : pull(column, left) }))
      .reduce((best, one) => (one.gain > best.gain ? one : best), { column: -1, gain: ZERO })
    if (steepest.column < 0) return Math.hypot(...left) < 1e-6 * (1 + Math.hypot(...b))
    active.add(steepest.column)
    if (!settleActive(a, b, x, active)) active.delete(steepest.column)
  }
  return Math.hypot(...rest()) < 1e-6 * (1 + Math.hypot(...b))
}

/** Least squares over the active columns; whichever falls below nothing on the way leaves. False where they are not independent. */
function settleActive(a: Matrix, b: readonly number[], x: number[], active: Set<number>): boolean {
  while (active.size > 0) {
    const columns = [...active]
    const normal = columns.map((p) =>
      columns.map((q) => a.reduce((sum, row) => sum + (row[p] ?? 0) * (row[q] ?? 0), 0)),
    )
    const right = columns.map((p) => a.reduce((sum, row, i) => sum + (row[p] ?? 0) * (b[i] ?? 0), 0))
    const wanted = solve(normal, right)
    if (!wanted) return false
    if (wanted.every((one) => one > 0)) {
      columns.forEach((column, i) => {
        x[column] = wanted[i] ?? 0
      })
      return true
    }
    let step = 1
    columns.forEach((column, i) => {
      const [now, then] = [x[column] ?? 0, wanted[i] ?? 0]
      if (then <= 0) step = Math.min(step, now / (now - then))
    })
    columns.forEach((column, i) => {
      x[column] = (x[column] ?? 0) + step * ((wanted[i] ?? 0) - (x[column] ?? 0))
      if ((x[column] ?? 0) > ZERO) return
      x[column] = 0
      active.delete(column)
    })
  }
  return true
}
