/** One value of JSON in any of OONI's shapes in, what was measured out; every fault of it named by line and path. */

import { Refusal } from '../../core/faults.ts'
import type { MeasuredKey } from '../../core/measured-day.ts'
import { type At, faultAt, inside, isObject, item, nested, refuseAt } from './json-path.ts'
import { keyOfAggregate, keyOfMeasurement } from './key.ts'
import { type Sign, signOf, UNTOLD } from './signs.ts'

export type Counts = { readonly [name in 'n' | 'anomaly' | 'confirmed' | 'failure' | 'ok']: number }
export type Measured =
  | {
      readonly kind: 'one'
      readonly key: MeasuredKey
      /** The same measurement comes in several shapes; null where the data cannot tell. */
      readonly id: string | null
      readonly category: Sign['category'] | 'confirmed'
      readonly sign: Sign
    }
  | { readonly kind: 'many'; readonly key: MeasuredKey; readonly counts: Counts }
  /** A row of a newer analysis, whose meaning is not settled: kept in the file, not counted. */
  | { readonly kind: 'kept' }

const has = (at: At, ...names: readonly string[]): boolean =>
  isObject(at.value) && names.every((name) => isObject(at.value) && name in at.value)

/** Calls `take` for each measurement in the value; throws a Refusal with every fault found. */
export function eachMeasured(at: At, take: (one: Measured) => void): void {
  const rows = rowsOf(at)
  const faults = rows.flatMap((row) => {
    try {
      take(measuredIn(row))
      return []
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return error.faults
    }
  })
  if (faults.length > 0) throw new Refusal(faults)
}

/** A list of measurements, the rows of an aggregation (an object where it has no axis), an array, or one. */
function rowsOf(at: At): readonly At[] {
  const inner = ['results', 'result'].map((name) => inside(at, name)).find((one) => one.value !== undefined)
  const list = inner && !has(at, 'test_keys') ? inner : at
  return Array.isArray(list.value) ? list.value.map((one, index) => item(list, one, index)) : [list]
}

function measuredIn(at: At): Measured {
  if (has(at, 'raw_measurement')) return withRaw(at)
  if (has(at, 'test_keys')) return one(at, at, {})
  if (has(at, 'measurement_count', 'anomaly_count')) return aggregate(at)
  if (has(at, 'loni') || has(at, 'observation_count') || has(at, 'loni.blocked_max')) return { kind: 'kept' }
  if (has(at, 'measurement_start_time', 'anomaly', 'failure')) return one(at, null, flagsOf(at))
  throw refuseAt('ooni.shape', at)
}

/** `scores` and `raw_measurement` are JSON inside a text here; the raw one may be left out. */
function withRaw(at: At): Measured {
  nested(inside(at, 'scores'))
  const raw = nested(inside(at, 'raw_measurement'))
  return one(at, raw.value === null || raw.value === '' ? null : raw, flagsOf(at))
}

type Flags = { readonly [name in 'anomaly' | 'confirmed' | 'failure']?: boolean }
function flagsOf(at: At): Flags {
  const flag = (name: string): boolean => {
    const { value } = inside(at, name)
    if (value === undefined || value === null) return false
    if (typeof value !== 'boolean') throw refuseAt('ooni.value', inside(at, name))
    return value
  }
  return { anomaly: flag('anomaly'), confirmed: flag('confirmed'), failure: flag('failure') }
}

function one(at: At, raw: At | null, flags: Flags): Measured {
  const { moment, ...key } = keyOfMeasurement(at)
  const sign = raw
    ? signOf(key.test, key.site, inside(raw, 'test_keys'))
    : { ...UNTOLD, category: flags.anomaly ? ('anomaly' as const) : ('ok' as const) }
  const report = inside(at, 'report_id').value
  const id =
    typeof report === 'string' && moment !== null
      ? `${report} ${key.test} ${String(inside(at, 'input').value ?? '')} ${moment}`
      : null
  return { kind: 'one', key, id, category: categoryOf(flags, sign), sign }
}

/** As OONI counts: a test that failed is a failure whatever else it says. */
function categoryOf(flags: Flags, sign: Sign): Sign['category'] | 'confirmed' {
  if (flags.failure) return 'failure'
  if (flags.confirmed) return 'confirmed'
  if (sign.category === 'ok' && flags.anomaly) return 'anomaly'
  return sign.category
}

const COUNTS = {
  n: 'measurement_count',
  anomaly: 'anomaly_count',
  confirmed: 'confirmed_count',
  failure: 'failure_count',
  ok: 'ok_count',
} as const

function aggregate(at: At): Measured {
  const count = (name: string): number => {
    const found = inside(at, name)
    if (!Number.isSafeInteger(found.value) || Number(found.value) < 0) throw refuseAt('ooni.value', found)
    return Number(found.value)
  }
  const counts = Object.fromEntries(Object.entries(COUNTS).map(([ours, theirs]) => [ours, count(theirs)]))
  const { n = 0, anomaly = 0, confirmed = 0, failure = 0, ok = 0 } = counts
  const sum = anomaly + confirmed + failure + ok
  if (sum !== n) throw new Refusal([faultAt('ooni.sum', at, { sum, n })])
  return { kind: 'many', key: keyOfAggregate(at), counts: { n, anomaly, confirmed, failure, ok } }
}
