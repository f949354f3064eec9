/** A log-linear model of a table → the totals that its likelihood does not speak against (Cormack 1992). */
import { type CaptureTable, seenIn } from '../../core/estimate/capture.ts'
import { lnGamma } from './gamma.ts'
import { designOf, type Model } from './loglinear.ts'
import { fitPoisson } from './poisson.ts'

const STEPS = 40
/** Where the likelihood has not fallen at so many times the estimate, it has no upper end. */
const FARTHEST = 1000

/**
 * Those N whose multinomial likelihood, at its best over all coefficients, is within half of `drop` of the highest. `drop` is a
 * quantile of χ² with one degree of freedom. Null as an end: open upwards.
 */
export function profileInterval(
  table: CaptureTable,
  model: Model,
  estimate: number,
  drop: number,
): readonly [number, number | null] {
  const seen = seenIn(table)
  const { cells, x } = designOf(table, model, true)
  const apart = model.without.reduce((sum, history) => {
    const one = table.counts[history] ?? 0
    return sum + (one > 0 ? one * Math.log(one) : 0)
  }, 0)
  let start: readonly number[] | undefined
  const likelihood = (total: number): number => {
    const unseen = total - seen
    const y = cells.map((history) => (history === 0 ? unseen : (table.counts[history] ?? 0)))
    const fit = fitPoisson(x, y, start) ?? fitPoisson(x, y)
    if (!fit) return Number.NEGATIVE_INFINITY
    start = fit.beta
    const fitted = cells.reduce((sum, _, i) => {
      const one = y[i] ?? 0
      return sum + (one > 0 ? one * Math.log(fit.mu[i] ?? 1) : 0)
    }, apart)
    return lnGamma(total + 1) - lnGamma(unseen + 1) - total * Math.log(total) + fitted
  }
  const [best, highest] = peak(likelihood, seen, estimate)
  const falls = (total: number): boolean => 2 * (highest - likelihood(total)) > drop
  const low = falls(seen) ? boundary(falls, seen, best) : seen
  let far = best + Math.max(1, best - seen)
  while (!falls(far) && far < FARTHEST * best) far = 2 * far - seen
  return [low, falls(far) ? boundary(falls, far, best) : null]
}

/** Golden section between the seen and four times the estimate's unseen: the likelihood in N has one top. */
function peak(
  likelihood: (total: number) => number,
  seen: number,
  estimate: number,
): readonly [number, number] {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [seen, seen + 4 * Math.max(1, estimate - seen)]
  for (let step = 0; step < STEPS && high - low > 1e-4 * high; step += 1) {
    const [a, b] = [high - ratio * (high - low), low + ratio * (high - low)]
    if (likelihood(a) < likelihood(b)) low = a
    else high = b
  }
  const at = (low + high) / 2
  return [at, likelihood(at)]
}

/** Between a total that falls away and one that does not. */
function boundary(falls: (total: number) => boolean, outside: number, inside: number): number {
  let [out, within] = [outside, inside]
  for (let step = 0; step < STEPS && Math.abs(out - within) > 1e-4 * within; step += 1) {
    const middle = (out + within) / 2
    if (falls(middle)) out = middle
    else within = middle
  }
  return within
}
