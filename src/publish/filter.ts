/** Incidents and a filter in, the incidents that match out: the rows behind a number. */
import type { Facet, Slice } from '../core/measure.ts'
import type { Pack } from '../core/pack.ts'
import type { PartialDate } from '../core/partial-date.ts'
import type { IncidentBody, PublicIncident } from '../core/public-record.ts'
import { dateOf } from './telling/when.ts'
import type { Filter } from './views.ts'

/** Regions of an incident: ids of the pack, `country` when only the country is named, `unknown` when nothing is. */
export function regionsOf(incident: IncidentBody, pack: Pack): readonly string[] {
  const regions = incident.fields.places.flatMap(({ value }) => {
    if (value.region !== null) return value.region
    const kind = value.place === null ? null : pack.places.get(value.place)?.kind
    return kind === 'country' ? 'country' : []
  })
  return regions.length === 0 ? ['unknown'] : [...new Set(regions)]
}

/** Months an incident may lie in; none when its date has an open end. */
function monthsOf(incident: IncidentBody): readonly string[] {
  const { from, to } = dateOf(incident)
  if (from === null || to === null) return []
  return from.slice(0, 7) === to.slice(0, 7) ? [from.slice(0, 7)] : []
}

/** Everything an incident is counted under in one facet. */
export function facetOf(incident: IncidentBody, facet: Facet, pack: Pack): readonly string[] {
  const { fields } = incident
  switch (facet) {
    case 'act':
      return fields.acts.map((shown) => shown.value)
    case 'law':
      return fields.laws.flatMap((shown) => shown.value.provision ?? [])
    case 'region':
      return regionsOf(incident, pack)
    case 'freedom':
      return fields.freedoms.map((shown) => shown.value)
    case 'month':
      return monthsOf(incident)
    case 'penalty':
      return fields.penalties.map((shown) => shown.value.type)
    case 'kind':
      return [fields.kind]
  }
}

const FACETS: readonly Facet[] = ['act', 'law', 'region', 'freedom', 'month', 'penalty', 'kind']

/** Aggregates repeat single incidents, so they are only among rows that ask for them by kind.
 * Values of one facet joined by commas mean any of them; facets together mean all of them. */
export function matches(incident: IncidentBody, filter: Filter, pack: Pack): boolean {
  if (!filter.kind && incident.fields.kind === 'aggregate') return false
  const facets = FACETS.every((facet) => {
    const wanted = filter[facet]
    if (wanted === undefined || wanted === '') return true
    const values = facetOf(incident, facet, pack)
    return wanted.split(',').some((one) => values.includes(one))
  })
  if (!facets) return false
  if (filter.from === undefined && filter.to === undefined) return true
  // Wholly inside, in every version told: an incident of uncertain date is counted neither before nor after a day.
  const inside = ({ from, to }: PartialDate): boolean =>
    from !== null && to !== null && from >= (filter.from ?? '0000') && to <= (filter.to ?? '9999')
  const dates = incident.fields.date
  return dates.length > 0 && dates.every(({ value }) => inside(value))
}

export const matching = (
  incidents: readonly PublicIncident[],
  filter: Filter,
  pack: Pack,
): readonly PublicIncident[] => incidents.filter((incident) => matches(incident, filter, pack))

/** The filter that opens a measure's rows. */
export const filterOf = (slice: Slice | null): Filter =>
  slice === null ? {} : { [slice.facet]: slice.value }
