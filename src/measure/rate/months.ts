/** Published incidents and how many reports came out each month in, one row a month out: counts by freedom, weighed, good news apart. */
import type { Codebook, Gravity } from '../../core/codebook.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { LiveRule } from '../../core/rating/method.ts'
import type { ByFreedom, MonthRow } from '../../core/rating/rows.ts'
import { FREEDOMS, type Freedom } from '../../core/values.ts'
import { monthBefore } from './live.ts'

/** What of an incident is asked; a record that is public already. */
export type Counted = {
  readonly id: string
  readonly month: string
  readonly freedoms: readonly Freedom[]
  readonly acts: readonly string[]
}

/** Single events whose month is certain. Aggregates repeat others, and a date that spans months has none. */
export function countedOf(incidents: readonly PublicIncident[]): readonly Counted[] {
  return incidents.flatMap(({ id, fields }): readonly Counted[] => {
    const months = new Set(
      fields.date.flatMap(({ value: { from, to } }) => [from?.slice(0, 7) ?? '', to?.slice(0, 7) ?? '']),
    )
    const [month = ''] = months
    if (fields.kind !== 'event' || months.size !== 1 || month === '') return []
    return [
      {
        ...{ id, month },
        freedoms: fields.freedoms.map((one) => one.value),
        acts: fields.acts.map((one) => one.value),
      },
    ]
  })
}

const none = (): Record<Freedom, number> => ({ association: 0, assembly: 0, expression: 0, other: 0 })

/** `effort`: how much was looked or written in a month; null: nobody knows. The rows run without a gap to the month before `asOf`, `back` of them. */
export function monthRows(
  counted: readonly Counted[],
  effort: (month: string) => number | null,
  given: { readonly asOf: string; readonly back: number; readonly gravity: LiveRule['gravity'] },
  acts: Codebook['acts'],
): readonly MonthRow[] {
  const last = monthBefore(given.asOf.slice(0, 7), 1)
  const byMonth = Map.groupBy(counted, (one) => one.month)
  return Array.from({ length: given.back }, (_, n): MonthRow => {
    const month = monthBefore(last, given.back - 1 - n)
    const [incidents, weighed, good] = [none(), none(), none()]
    for (const one of byMonth.get(month) ?? []) {
      const gravities = one.acts.flatMap((act) => acts.get(act)?.gravity ?? [])
      const weight = Math.max(0, ...gravities.map((each) => weightOf(each, given.gravity)))
      for (const freedom of FREEDOMS.filter((each) => one.freedoms.includes(each))) {
        if (weight > 0) {
          incidents[freedom] += 1
          weighed[freedom] += weight
        } else if (gravities.includes('star')) good[freedom] += 1
      }
    }
    const known: { incidents: ByFreedom; weighed: ByFreedom; good: ByFreedom } = { incidents, weighed, good }
    return { month, effort: effort(month), ...known }
  })
}

const weightOf = (gravity: Gravity, weights: LiveRule['gravity']): number =>
  gravity === 'star' ? 0 : (weights[String(gravity)] ?? 0)
