/** Public incidents, a period → every measure of that period, each with the rows it opens to. */
import { FACETS, type Measure, type Period, type Slice, type Unit } from '../core/measure.ts'
import type { Pack } from '../core/pack.ts'
import type { PublicIncident } from '../core/public-record.ts'
import { PENALTY_TYPES } from '../core/values.ts'
import { daysOf, finesOf, penaltiesOf } from './penalties.ts'
import { countedIn } from './period.ts'
import { personsHarmed } from './persons.ts'
import { exactly, type Range, sum } from './range.ts'
import { placesIn } from './slices.ts'
import { personsStruck } from './struck.ts'

type Head = { readonly method: string; readonly unit: Unit; readonly slice: Slice | null }

/** What one incident adds to a measure. */
type Part = { readonly row: string; readonly range: Range }

function measure({ method, unit, slice }: Head, period: Period, parts: readonly Part[]): Measure[] {
  const { certain, claimed } = sum(parts.map((one) => one.range))
  return [
    { method, unit, period: period.id, slice, certain, claimed, rows: parts.map((one) => one.row).sort() },
  ]
}

/** Adds up what each incident says of itself; an incident that says nothing is no row. */
const total = (
  head: Head,
  period: Period,
  incidents: readonly PublicIncident[],
  read: (one: PublicIncident) => Range | null,
): Measure[] =>
  measure(
    head,
    period,
    incidents.flatMap((one) => {
      const range = read(one)
      return range === null ? [] : [{ row: one.id, range }]
    }),
  )

type Sliced = {
  readonly slice: Slice
  readonly members: readonly { readonly incident: PublicIncident; readonly sure: boolean }[]
}

/** Every slice the incidents stand in, by facet and value. */
const slicesOf = (incidents: readonly PublicIncident[]): readonly Sliced[] =>
  FACETS.flatMap((facet) => {
    const members = new Map<string, { incident: PublicIncident; sure: boolean }[]>()
    for (const incident of incidents)
      for (const { value, sure } of placesIn(incident, facet)) {
        const seen = members.get(value)
        if (seen) seen.push({ incident, sure })
        else members.set(value, [{ incident, sure }])
      }
    return [...members]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, of]) => ({ slice: { facet, value }, members: of }))
  })

/** Incidents of a slice. Those that only some sources put there are claimed, and no rows: rows are what is certain. */
function incidentsIn({ slice, members }: Sliced, period: Period): Measure[] {
  const head: Head = { method: 'count.incidents@1', unit: 'incidents', slice }
  const unsure = members.filter((one) => !one.sure).length
  const sure = members
    .filter((one) => one.sure)
    .map(({ incident }): Part => ({ row: incident.id, range: exactly(1) }))
  return measure(head, period, sure).map((one) => ({ ...one, claimed: one.certain + unsure }))
}

/** Persons struck by an act; where sources disagree on the acts nothing is certain of it. */
const personsIn = ({ slice, members }: Sliced, period: Period): Measure[] =>
  measure(
    { method: 'count.persons@1', unit: 'persons', slice },
    period,
    members.flatMap(({ incident, sure }) => {
      const range = personsStruck(incident, slice.value)
      return range === null ? [] : [{ row: incident.id, range: sure ? range : { ...range, certain: 0 } }]
    }),
  )

/**
 * All measures of a period, in the order of method, facet and value; the same incidents in any order give the same measures.
 * None where nothing is certain: that would be a zero for unknown.
 */
export const measurePeriod = (
  incidents: readonly PublicIncident[],
  period: Period,
  given: { readonly pack: Pack },
): Measure[] => everyMeasure(incidents, period, given).filter((one) => one.certain !== 0)

/** Also those of which nothing is certain: what one incident adds to the measures of many. */
export function everyMeasure(
  incidents: readonly PublicIncident[],
  period: Period,
  { pack }: { readonly pack: Pack },
): Measure[] {
  const counted = countedIn(incidents, period)
  const slices = slicesOf(counted)
  const detention: Slice = { facet: 'penalty', value: 'administrative_detention' }
  const fine: Slice = { facet: 'penalty', value: 'fine' }
  return [
    ...total({ method: 'count.incidents@1', unit: 'incidents', slice: null }, period, counted, () =>
      exactly(1),
    ),
    ...slices.flatMap((one) => incidentsIn(one, period)),
    ...total({ method: 'count.persons@1', unit: 'persons', slice: null }, period, counted, personsHarmed),
    ...slices.filter((one) => one.slice.facet === 'act').flatMap((one) => personsIn(one, period)),
    ...PENALTY_TYPES.toSorted().flatMap((value) =>
      total(
        { method: 'count.penalties@1', unit: 'penalties', slice: { facet: 'penalty', value } },
        period,
        counted,
        (one) => penaltiesOf(one, value),
      ),
    ),
    ...total({ method: 'sum.days@1', unit: 'days', slice: detention }, period, counted, daysOf),
    ...total({ method: 'sum.money@1', unit: 'money', slice: fine }, period, counted, (one) =>
      finesOf(one, pack),
    ),
  ]
}
