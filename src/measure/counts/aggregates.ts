/** A total that a source gives, single incidents on record in; how much of it they cover out. The two are never added. */
import type { Countable } from '../../core/countable.ts'
import { type Counted, dayAsNumber, type Range } from '../../core/counted.ts'
import type { GroupValue } from '../../core/values.ts'
import { harmOf } from '../harmed-group.ts'
import { plus } from '../range.ts'
import { amountIn } from './amount.ts'
import { slotsOf } from './slots.ts'

/** What a source says of many cases at once. */
export type Said = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly regions: readonly string[]
  readonly what: string
  readonly min: number | null
  readonly max: number | null
  readonly qualifier: GroupValue['qualifier']
}
/**
 * covered: persons in single incidents of the same time, place and acts · unlike: it counts cases, tags or things, which no
 * sum of persons covers · undated: nobody says when, so that nothing can be laid beside it.
 */
export type Covered =
  | {
      readonly kind: 'covered'
      readonly by: Range
      readonly incidents: number
      readonly acts: readonly string[]
    }
  | { readonly kind: 'unlike' }

export const saidIn = (aggregate: Countable): readonly Said[] => {
  const dates = aggregate.fields.date.map((one) => one.value)
  const [from, to] = [dates[0]?.from, dates[0]?.to]
  if (from == null || to == null) return []
  const regions = aggregate.fields.places.flatMap(({ value }) => value.region ?? [])
  return aggregate.fields.groups.map(({ value }) => ({
    ...{ id: aggregate.id, from, to, regions: [...new Set(regions)] },
    ...{ what: value.what, min: value.min, max: value.max, qualifier: value.qualifier },
  }))
}

/** Single incidents wholly within the days of the total, in one of its regions where it names any, with one of its acts. */
export function coveredBy(said: Said, acts: readonly string[], singles: readonly Counted[]): Covered {
  const harm = harmOf(said.what)
  if (harm === null) return { kind: 'unlike' }
  const wanted = harm.length > 0 ? harm : acts
  const [first, last] = [dayAsNumber(said.from), dayAsNumber(said.to)]
  let by: Range = { certain: 0, claimed: 0 }
  let incidents = 0
  for (const row of singles) {
    if (row.kind === 'aggregate' || row.from === null || row.to === null) continue
    if (row.from < first || row.to > last) continue
    if (said.regions.length > 0 && !slotsOf(row, 'region').some((one) => said.regions.includes(one.value)))
      continue
    // One person may be held, fined and warned: of several acts the one that struck most is taken, and they are not added.
    const struck = slotsOf(row, 'act')
      .filter((one) => wanted.length === 0 || wanted.includes(one.value))
      .map((slot) => amountIn(row, 'persons', [slot]))
      .filter((one) => one !== null && one !== 'none')
    const [most] = struck.sort((a, b) => b.certain - a.certain)
    if (most === undefined) continue
    by = plus(by, most)
    incidents += 1
  }
  return { kind: 'covered', by, incidents, acts: wanted }
}
