/** What is believed of the true number, a weight for each whole number → mean, median, mode and interval of it. */

/** `weights[i]` belongs to the total `first + i`; they need not add up to one. */
export type Posterior = { readonly first: number; readonly weights: Float64Array }

export type Summary = {
  readonly mean: number
  readonly median: number
  readonly mode: number
  readonly interval: readonly [number, number]
  /** E(1/N) / E(1/N²): the number whose relative error is expected to be least (Madigan and York 1997). */
  readonly relative: number
}

/** `level`: how much of the belief lies in the interval, as 0.95; the tails are equal. */
export function summarise({ first, weights }: Posterior, level: number): Summary {
  let [sum, mean, inverse, square, mode] = [0, 0, 0, 0, 0]
  weights.forEach((weight, at) => {
    const total = first + at
    sum += weight
    mean += weight * total
    inverse += weight / total
    square += weight / (total * total)
    if (weight > (weights[mode] ?? 0)) mode = at
  })
  const tail = (1 - level) / 2
  const [low = first, median = first, high = first] = quantiles({ first, weights }, sum, [
    tail,
    0.5,
    1 - tail,
  ])
  return {
    mean: mean / sum,
    median,
    mode: first + mode,
    interval: [low, high],
    relative: inverse / square,
  }
}

/** The least total by which so much of the belief is reached, for each share; shares ascend. */
function quantiles({ first, weights }: Posterior, sum: number, shares: readonly number[]): readonly number[] {
  const found: number[] = []
  let reached = 0
  for (let at = 0; at < weights.length && found.length < shares.length; at += 1) {
    reached += weights[at] ?? 0
    while (found.length < shares.length && reached >= (shares[found.length] ?? 1) * sum)
      found.push(first + at)
  }
  while (found.length < shares.length) found.push(first + weights.length - 1)
  return found
}

/** How the belief ends where the grid ends, as a share of its highest point; 1 where it ends at its highest. */
export function edgeOf({ weights }: Posterior): number {
  const peak = weights.reduce((most, one) => Math.max(most, one), 0)
  return (weights.at(-1) ?? 0) / peak
}

/** Every table weighs the same: which of them is the right one, nobody knows. */
export function mix(all: readonly Posterior[]): Posterior {
  const first = Math.min(...all.map((one) => one.first))
  const last = Math.max(...all.map((one) => one.first + one.weights.length - 1))
  const weights = new Float64Array(last - first + 1)
  for (const one of all) {
    const sum = one.weights.reduce((total, weight) => total + weight, 0)
    one.weights.forEach((weight, at) => {
      const place = one.first + at - first
      weights[place] = (weights[place] ?? 0) + weight / sum / all.length
    })
  }
  return { first, weights }
}
