/** x > 0 → ln Γ(x), to about fifteen digits: Stirling's series, after raising small x by the recurrence. */

const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]
const HALF_LN_TWO_PI = 0.9189385332046727
/** From here on eight terms are exact to the last digit. */
const LARGE = 12

export function lnGamma(x: number): number {
  let [at, product] = [x, 1]
  for (; at < LARGE; at += 1) product *= at
  const square = 1 / (at * at)
  let sum = 0
  for (let term = SERIES.length - 1; term >= 0; term -= 1) sum = sum * square + (SERIES[term] ?? 0)
  return (at - 0.5) * Math.log(at) - at + HALF_LN_TWO_PI + sum / at - Math.log(product)
}
