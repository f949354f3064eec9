/** A run of counts with what was expected in, the month in which a new rate most likely began out. */
import type { Expected } from './cusum.ts'

/**
 * One change, any month of the run alike beforehand (Raftery and Akman 1986, with the rate before held at what was expected): from
 * month k on the rate is λ times as high, λ with a gamma prior of shape 1 and mean 1. λ is integrated out, so the marginal likelihood
 * of k is proportional to Γ(1 + y) / (1 + m)^(1 + y) · e^m, with y and m the sums of found and expected from k on.
 */
export function whenBegan(
  months: readonly Expected[],
  spread: number,
): { readonly at: number; readonly probability: number; readonly times: number } {
  const tails = months.map((_, from) => {
    const rest = months.slice(from)
    const found = rest.reduce((sum, one) => sum + one.found, 0) / spread
    const expected = rest.reduce((sum, one) => sum + one.expected, 0) / spread
    return { found, expected, log: logGamma(1 + found) - (1 + found) * Math.log(1 + expected) + expected }
  })
  const highest = Math.max(...tails.map((one) => one.log))
  const weights = tails.map((one) => Math.exp(one.log - highest))
  const all = weights.reduce((sum, one) => sum + one, 0)
  const at = weights.indexOf(Math.max(...weights))
  const { found = 0, expected = 0 } = tails[at] ?? {}
  return { at, probability: (weights[at] ?? 0) / all, times: (1 + found) / (1 + expected) }
}

/** Lanczos, g = 5, n = 6 (Press et al., Numerical Recipes 6.1): good to ten places for x > 0. */
function logGamma(x: number): number {
  const coefficients = [
    76.18009172947146, -86.5053203294168, 24.01409824083091, -1.231739572450155, 0.001208650973866179,
    -0.000005395239384953,
  ]
  const series = coefficients.reduce((sum, one, at) => sum + one / (x + at + 1), 1.000000000190015)
  return (x + 0.5) * Math.log(x + 5.5) - (x + 5.5) + Math.log((2.5066282746310007 * series) / x)
}
