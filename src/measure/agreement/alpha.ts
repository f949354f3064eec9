/**
 * What two or more coders said of the same units in, Krippendorff's alpha with a bootstrap interval out: 1 is agreement, 0 is
 * what chance gives. Krippendorff 2004, ch. 11; sets by MASI (Passonneau 2006). Units that one coder alone said anything of are
 * left out: nothing can be compared.
 */
import { numbers } from '../../core/seeded.ts'

/** Squared difference of two values, 0 where they are the same. */
export type Difference<T> = (a: T, b: T) => number

export const nominal: Difference<string> = (a, b) => (a === b ? 0 : 1)
/** Of numbers with a true nought, such as how many persons: one beside two differs more than 101 beside 102. */
export const ratio: Difference<number> = (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2)
/** Of steps on a scale whose distances mean the same everywhere. */
export const byInterval: Difference<number> = (a, b) => (a - b) ** 2
/** How far two sets overlap (Jaccard), less where neither holds the other: equal 0, nothing shared 1. Two empty sets are equal. */
export const masi: Difference<ReadonlySet<string>> = (a, b) => {
  const shared = [...a].filter((one) => b.has(one)).length
  const all = a.size + b.size - shared
  if (all === 0) return 0
  const kind =
    shared === a.size && shared === b.size
      ? 1
      : shared === a.size || shared === b.size
        ? 2 / 3
        : shared > 0
          ? 1 / 3
          : 0
  return 1 - (shared / all) * kind
}

export type Alpha = {
  /** Null: every value is the same, so that chance agreement cannot be told from real. */
  readonly alpha: number | null
  /** 95 %, percentiles of resampled units; null where alpha is, or of fewer than ten units. */
  readonly interval: readonly [number, number] | null
  readonly units: number
}

const RESAMPLES = 1000
/** Fewer units than these give an interval that means nothing. */
const LEAST_UNITS = 10

/** `keyOf`: values with the same key are the same. The same seed gives the same interval. */
export function krippendorff<T>(
  units: readonly (readonly T[])[],
  difference: Difference<T>,
  keyOf: (value: T) => string,
  seed = 1,
): Alpha {
  const coded = units.filter((one) => one.length > 1)
  const { table, size } = differences(coded, difference, keyOf)
  const rows = coded.map((unit) => unit.map((value) => table.index(keyOf(value))))
  const alpha = alphaOf(rows, table.of, size)
  if (alpha === null || rows.length < LEAST_UNITS) return { alpha, interval: null, units: rows.length }
  const chance = numbers(seed)
  const drawn = Array.from({ length: RESAMPLES }, () =>
    alphaOf(
      rows.map(() => rows[Math.floor(chance() * rows.length)] ?? []),
      table.of,
      size,
    ),
  )
    // A sample in which all say the same has no alpha; Krippendorff counts it as agreement.
    .map((one) => one ?? 1)
    .sort((a, b) => a - b)
  const at = (share: number): number =>
    drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? alpha
  return { alpha, interval: [at(0.025), at(0.975)], units: rows.length }
}

/** Each difference is worked out once: resampling asks for them a thousand times. */
function differences<T>(
  units: readonly (readonly T[])[],
  difference: Difference<T>,
  keyOf: (value: T) => string,
) {
  const values = new Map<string, T>()
  for (const unit of units) for (const value of unit) values.set(keyOf(value), value)
  const [keys, all] = [[...values.keys()], [...values.values()]]
  const at = new Map(keys.map((key, index) => [key, index]))
  const squared = all.map((a) => all.map((b) => difference(a, b)))
  return {
    size: keys.length,
    table: {
      index: (key: string): number => at.get(key) ?? 0,
      of: (a: number, b: number): number => squared[a]?.[b] ?? 0,
    },
  }
}

/** 1 − observed / expected disagreement, over pairable values. */
function alphaOf(
  rows: readonly (readonly number[])[],
  differ: (a: number, b: number) => number,
  size: number,
): number | null {
  const counts = new Float64Array(size)
  let observed = 0
  let n = 0
  for (const row of rows) {
    n += row.length
    for (const value of row) counts[value] = (counts[value] ?? 0) + 1
    let within = 0
    for (let i = 0; i < row.length; i += 1)
      for (let j = i + 1; j < row.length; j += 1) within += 2 * differ(row[i] ?? 0, row[j] ?? 0)
    observed += within / (row.length - 1)
  }
  let expected = 0
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1) expected += 2 * (counts[a] ?? 0) * (counts[b] ?? 0) * differ(a, b)
  return expected === 0 || n < 2 ? null : 1 - observed / n / (expected / (n * (n - 1)))
}
