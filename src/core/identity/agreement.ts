/** Pairs of judgements on one thing in; how far two judges agree, as they are and beyond chance, out. */

export type Agreement = {
  /** How many were judged twice. */
  readonly n: number
  readonly agreed: number
  /** Krippendorff's alpha for words without an order; null where nobody ever said anything else, so that chance cannot be told. */
  readonly alpha: number | null
}

/**
 * Nominal alpha (Krippendorff 2011, «Computing Krippendorff's Alpha-Reliability»): who judges may differ from pair to pair, as it
 * does here, where Cohen's kappa asks for the same two judges throughout.
 */
export function agreementOf(judged: readonly (readonly [string, string])[]): Agreement {
  const n = judged.length
  const agreed = judged.filter(([a, b]) => a === b).length
  const counts = [...Map.groupBy(judged.flat(), (one) => one).values()].map((all) => all.length)
  const values = 2 * n
  const alike = counts.reduce((sum, one) => sum + one * (one - 1), 0)
  const expected = n === 0 ? 0 : 1 - alike / (values * (values - 1))
  return { n, agreed, alpha: expected === 0 ? null : 1 - (n - agreed) / n / expected }
}
