/** Measurements one after the other in, counts per test, site, network and day out: memory grows with these, not with the data. */

import { refuse } from '../../core/faults.ts'
import { fnv1a } from '../../core/fnv.ts'
import type { MeasuredDay, MeasuredKey } from '../../core/measured-day.ts'
import type { Measured } from './measured.ts'

/** A line each: more would be no text that anybody reads, nor one that the store of texts takes. */
export const MOST_LINES = 12_000

export type Tally = {
  readonly add: (one: Measured) => void
  readonly days: () => readonly MeasuredDay[]
  /** Measurements that came again, in the same or another shape. */
  readonly repeated: () => number
  /** Rows that are kept in the file and not counted. */
  readonly kept: () => number
}

type Open = { -readonly [K in keyof MeasuredDay]: MeasuredDay[K] } & {
  readonly failures: Map<string, number>
  readonly issuers: Map<string, number>
}

const NOTHING = { n: 0, anomaly: 0, confirmed: 0, failure: 0, ok: 0, control: 0 }
const nameOf = (key: MeasuredKey): string =>
  `${key.site ?? '-'}|${key.test}|${key.country ?? '-'}|${key.network ?? '-'}|${key.day ?? '-'}`
const bump = (map: Map<string, number>, word: string): void => {
  map.set(word, (map.get(word) ?? 0) + 1)
}

export function openTally(most: number = MOST_LINES): Tally {
  const days = new Map<string, Open>()
  const seen = new Set<number>()
  let [repeated, kept] = [0, 0]
  const dayOf = (key: MeasuredKey): Open => {
    const name = nameOf(key)
    const known = days.get(name)
    if (known) return known
    if (days.size >= most) throw refuse('ooni.too-many', { limit: most })
    const { test, site, country, network, day } = key
    const made = { test, site, country, network, day, ...NOTHING, failures: new Map(), issuers: new Map() }
    days.set(name, made)
    return made
  }
  const add = (one: Measured): void => {
    if (one.kind === 'kept') {
      kept += 1
      return
    }
    if (one.kind === 'many') {
      const own = dayOf(one.key)
      for (const name of ['n', 'anomaly', 'confirmed', 'failure', 'ok'] as const)
        own[name] += one.counts[name]
      return
    }
    const mark = one.id === null ? null : markOf(one.id)
    if (mark !== null && seen.has(mark)) {
      repeated += 1
      return
    }
    if (mark !== null) seen.add(mark)
    const own = dayOf(one.key)
    own.n += 1
    own[one.category] += 1
    if (one.category !== 'anomaly') return
    if (one.sign.control) own.control += 1
    if (one.sign.failure !== null) bump(own.failures, one.sign.failure)
    for (const issuer of one.sign.issuers) bump(own.issuers, issuer)
  }
  const order = (a: string, b: string): number => (a < b ? -1 : 1)
  return {
    add,
    days: () => [...days].sort(([a], [b]) => order(a, b)).map(([, one]) => one),
    repeated: () => repeated,
    kept: () => kept,
  }
}

/** 53 bits of a name (FNV-1a, twice): eight bytes for each measurement are all that is kept of it. */
const markOf = (id: string): number => fnv1a(id) * 0x200000 + (fnv1a(id, 0x01000193, 0x85ebca6b) & 0x1fffff)
