/** An estimate of the unseen and its standard error → an interval that never falls below those who were seen. */

/** Standard normal quantile of p (Acklam's rational approximation, one step of Newton's method by the density). */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(tail))
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  for (let step = 0; step < 4; step += 1)
    z += (upperTail(z) - tail) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))
  return p < 0.5 ? -z : z
}

/** Continued fraction far out, series near the middle. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z < 3) {
    let [term, sum] = [z, z]
    for (let k = 1; k < 200 && Math.abs(term) > 1e-17; k += 1) {
      term *= (z * z) / (2 * k + 1)
      sum += term
    }
    return 0.5 - density * sum
  }
  let fraction = 0
  for (let k = 80; k > 0; k -= 1) fraction = k / (z + fraction)
  return density / (z + fraction)
}

export const normalShare = (z: number): number => (z < 0 ? upperTail(-z) : 1 - upperTail(z))

/** [n + f/C, n + f·C] with C = exp(z √ln(1 + var/f²)), for n seen and f unseen (Chao 1987; Burnham and others 1987). */
export function logNormalInterval(
  seen: number,
  unseen: number,
  error: number,
  level: number,
): readonly [number, number] {
  if (unseen <= 0) return [seen, seen]
  const factor = Math.exp(normalQuantile((1 + level) / 2) * spread(unseen, error))
  return [seen + unseen / factor, seen + unseen * factor]
}

const spread = (unseen: number, error: number): number => Math.sqrt(Math.log1p((error / unseen) ** 2))

export type Part = { readonly seen: number; readonly unseen: number; readonly error: number }

/** Several tables, each with its own answer, all weighing the same: the total below which so much of the mixture lies. */
export function mixtureQuantile(parts: readonly Part[], p: number): number {
  const below = (total: number): number =>
    parts.reduce((sum, { seen, unseen, error }) => {
      if (unseen <= 0 || error <= 0) return sum + (total >= seen + unseen ? 1 : 0)
      if (total <= seen) return sum
      return sum + normalShare(Math.log((total - seen) / unseen) / spread(unseen, error))
    }, 0) / parts.length
  let low = Math.min(...parts.map((one) => one.seen))
  let high = Math.max(...parts.map((one) => one.seen + 2 * one.unseen + 1))
  while (below(high) < p) high = low + 2 * (high - low)
  for (let step = 0; step < 100 && high - low > 1e-9 * high; step += 1) {
    const middle = (low + high) / 2
    if (below(middle) < p) low = middle
    else high = middle
  }
  return high
}
