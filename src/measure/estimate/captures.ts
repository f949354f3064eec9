/** Who was seen by which collector, and which of them may be one → tables of lists, one for each way in which the doubtful may fall. */
import type { CaptureTable, Draws } from '../../core/estimate/capture.ts'
import { seeded } from './random.ts'

/** Somebody (or something) as one collector told of it. */
export type Sighting = { readonly unit: string; readonly collector: string }
/** Two units of which nobody knows whether they are one. */
export type Doubt = readonly [string, string]

/** A column of the table: one collector, or several small ones that are counted as one list. */
export type CaptureList = { readonly collectors: readonly string[]; readonly n: number }
export type Captures = {
  readonly lists: readonly CaptureList[]
  readonly tables: Draws<CaptureTable>
  /** Collectors of so few that they are in no list. */
  readonly small: readonly string[]
}

/** As many lists as averaging over graphs takes in seconds. */
const MOST_LISTS = 5
/** Fewer than this cannot share enough with another list to tell anything (`estimate.overlap-few@1`). */
const FEW = 5
const DRAWS = 20
const SEED = 35

/**
 * Null where nothing was seen. Of more collectors than lists the largest stand alone and the rest are one list, so that nobody
 * whom they saw is lost. Each doubt falls either way as often; the same input gives the same draws. One table where there is
 * no doubt.
 */
export function capturesOf(
  sightings: readonly Sighting[],
  doubts: readonly Doubt[],
  nameOf: (list: readonly string[]) => string,
): Captures | null {
  const { lists, small } = listsOf(sightings)
  if (lists.length === 0) return null
  const random = seeded(SEED)
  const names = lists.map((one) => nameOf(one.collectors))
  const drawn = Array.from({ length: doubts.length === 0 ? 1 : DRAWS }, () =>
    tableOf(sightings, doubts.length === 0 ? [] : doubts.filter(() => random() < 0.5), lists, names),
  )
  const [first, ...others] = drawn
  return first ? { lists, tables: [first, ...others], small } : null
}

/** Collectors with hardly anybody cannot share enough with any other: they are one list together, or none. */
function listsOf(sightings: readonly Sighting[]): {
  readonly lists: readonly CaptureList[]
  readonly small: readonly string[]
} {
  const seen = new Map<string, Set<string>>()
  for (const { unit, collector } of sightings)
    seen.set(collector, (seen.get(collector) ?? new Set()).add(unit))
  const sorted = [...seen].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
  const large = sorted.filter(([, units]) => units.size >= FEW)
  const isMany = large.length > MOST_LISTS || (large.length === MOST_LISTS && sorted.length > MOST_LISTS)
  const alone = isMany ? large.slice(0, MOST_LISTS - 1) : large
  const rest = sorted.slice(alone.length)
  const together = new Set(rest.flatMap(([, units]) => [...units]))
  const single = alone.map(([collector, units]) => ({ collectors: [collector], n: units.size }))
  const others = rest.map(([collector]) => collector)
  if (together.size < FEW) return { lists: single, small: others }
  return { lists: [...single, { collectors: others, n: together.size }], small: [] }
}

function tableOf(
  sightings: readonly Sighting[],
  same: readonly Doubt[],
  lists: readonly CaptureList[],
  names: readonly string[],
): CaptureTable {
  const first = joined(same)
  const bits = new Map(
    lists.flatMap(({ collectors }, at) => collectors.map((one) => [one, 1 << at] as const)),
  )
  const histories = new Map<string, number>()
  for (const { unit, collector } of sightings) {
    const one = first(unit)
    histories.set(one, (histories.get(one) ?? 0) | (bits.get(collector) ?? 0))
  }
  const counts = Array.from({ length: 2 ** lists.length }, () => 0)
  for (const history of histories.values()) if (history > 0) counts[history] = (counts[history] ?? 0) + 1
  return { kind: 'histories', lists: names, counts }
}

/** The one that stands for all who are taken to be the same. */
function joined(same: readonly Doubt[]): (unit: string) => string {
  const leads = new Map<string, string>()
  const first = (unit: string): string => {
    let one = unit
    for (let next = leads.get(one); next !== undefined; next = leads.get(one)) one = next
    return one
  }
  for (const [a, b] of same) {
    const [x, y] = [first(a), first(b)]
    if (x !== y) leads.set(y, x)
  }
  return first
}
