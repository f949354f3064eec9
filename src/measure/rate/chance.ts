/** A seed in, one long series of numbers out: the same on every machine, since it needs only whole numbers of 32 bits. */

export type Chance = {
  /** From 0 up to but without 1. */
  readonly uniform: () => number
  /** Mean 0, standard deviation 1: twelve uniform numbers less six. Needs no logarithm; no value lies beyond 6. */
  readonly normal: () => number
}

const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

/** xoshiro128** (Blackman and Vigna 2018), its state filled by splitmix32: part of csr-1, whose ratings must keep their bits whatever else changes. */
export function chanceFrom(seed: number): Chance {
  let filling = seed | 0
  const fill = (): number => {
    filling = (filling + 0x9e3779b9) | 0
    let z = filling
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let [a, b, c, d] = [fill(), fill(), fill(), fill()]
  const uniform = (): number => {
    const out = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return out / 4294967296
  }
  const normal = (): number => {
    let sum = 0
    for (let n = 0; n < 12; n += 1) sum += uniform()
    return sum - 6
  }
  return { uniform, normal }
}

/**
 * Whole shares in, weights around them that sum to 1 out: a Dirichlet draw with these shares as its parameters. Between them
 * lie the gaps of as many uniform numbers in order, so that nothing but comparison is needed (Devroye 1986, V.2).
 */
export function weightsAround(shares: readonly number[], { uniform }: Chance): readonly number[] {
  const all = shares.reduce((sum, one) => sum + one, 0)
  const cuts = Float64Array.from({ length: Math.max(0, all - 1) }, uniform).sort()
  let until = 0
  return shares.map((share) => {
    const from = until === 0 ? 0 : (cuts[until - 1] ?? 1)
    until += share
    return (until >= all ? 1 : (cuts[until - 1] ?? 1)) - from
  })
}
