/** A seed → numbers that look like chance and are the same each time: what a stage may use in place of chance. */

export type Random = () => number

/** `sfc32` of Doty-Humphrey: latent classes take some hundred million numbers, too near the whole period of core/seeded.ts. */
export function seeded(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1]
  const next: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return ((sum >>> 0) + 0.5) / 4294967296
  }
  for (let warm = 0; warm < 15; warm += 1) next()
  return next
}

/** Marsaglia's polar method. */
export function normal(random: Random): number {
  for (;;) {
    const [u, v] = [2 * random() - 1, 2 * random() - 1]
    const s = u * u + v * v
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
  }
}

/** Of scale 1 (Marsaglia and Tsang 2000). */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

export function beta(random: Random, a: number, b: number): number {
  const x = gamma(random, a)
  return x / (x + gamma(random, b))
}

const FEW = 24

/** Large ones are halved at a random order statistic until few are left (Devroye 1986). */
export function binomial(random: Random, n: number, p: number): number {
  if (p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(random, n, 1 - p)
  if (n * p < 8) return binomialByInversion(random, n, p)
  if (n < FEW) {
    let hits = 0
    for (let at = 0; at < n; at += 1) if (random() < p) hits += 1
    return hits
  }
  const middle = (n + 1) >> 1
  const y = beta(random, middle, n + 1 - middle)
  return y <= p
    ? middle + binomial(random, n - middle, (p - y) / (1 - y))
    : binomial(random, middle - 1, p / y)
}

function binomialByInversion(random: Random, n: number, p: number): number {
  const odds = p / (1 - p)
  let [term, left, k] = [(1 - p) ** n, random(), 0]
  while (left > term && k < n) {
    left -= term
    k += 1
    term *= (odds * (n - k + 1)) / k
  }
  return k
}

export function poisson(random: Random, mean: number): number {
  if (mean > 30) {
    const m = Math.floor((mean * 7) / 8)
    const wait = gamma(random, m)
    return wait > mean ? binomial(random, m - 1, mean / wait) : m + poisson(random, mean - wait)
  }
  let [product, k] = [random(), 0]
  for (const least = Math.exp(-mean); product > least; k += 1) product *= random()
  return k
}
