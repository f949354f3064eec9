/** Network measurements of one site from one network on one day: how many, and what they met; several of them in, their sum out. */
export type MeasuredDay = {
  /** As the measuring program calls it: `web_connectivity`. */
  readonly test: string
  /** Host of the tested address, or the service that the test is about; null: the data do not say. */
  readonly site: string | null
  /** ISO 3166-1 alpha-2 of the probe; null: the data do not say. */
  readonly country: string | null
  /** Number of the probe's network (ASN); null: the data do not say. */
  readonly network: number | null
  /** UTC; null: the data do not say. */
  readonly day: string | null
  readonly n: number
  /** Signs of interference. */
  readonly anomaly: number
  /** A known block page was seen. */
  readonly confirmed: number
  /** Tests that could not tell: they never count as blocking. */
  readonly failure: number
  /** No sign of interference. */
  readonly ok: number
  /** Of the anomalies, those where the same address was reached from a control elsewhere. */
  readonly control: number
  /** Layer and failure word of the anomalies, `tls generic_timeout_error` → how many. */
  readonly failures: ReadonlyMap<string, number>
  /** Who signed certificates that did not hold, though the name resolved as elsewhere → how many. */
  readonly issuers: ReadonlyMap<string, number>
}

export type MeasuredKey = Pick<MeasuredDay, 'test' | 'site' | 'country' | 'network' | 'day'>
const COUNTS = ['n', 'anomaly', 'confirmed', 'failure', 'ok', 'control'] as const

/** The key of the first is the key of the sum. */
export function sumOf(first: MeasuredDay, rest: readonly MeasuredDay[]): MeasuredDay {
  const all = [first, ...rest]
  const sums = COUNTS.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0)])
  return {
    ...first,
    ...Object.fromEntries(sums),
    failures: added(all.map((one) => one.failures)),
    issuers: added(all.map((one) => one.issuers)),
  }
}

function added(maps: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>()
  for (const map of maps) for (const [word, n] of map) sum.set(word, (sum.get(word) ?? 0) + n)
  return sum
}

/** The most frequent first, then by spelling: one order for one content. */
export const ranked = (words: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...words].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
