/** A record in, a row in the shape of ACLED's event data out, so that it can be laid beside theirs. Our rows are not their data: one actor, place and day is theirs, one incident is ours. */
import type { EventRule, Mappings } from '../../core/mappings.ts'
import { fits, type MappedRecord } from './fits.ts'

/** Columns of the ACLED codebook as exported since March 2023, in their order. */
export const ACLED_COLUMNS = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const
export type AcledColumn = (typeof ACLED_COLUMNS)[number]

export type AcledPlace = {
  readonly name: string
  readonly admin1: string | null
  readonly lat: number | null
  readonly lon: number | null
  /** A site, a town, a region or less: 1, 2, 3. */
  readonly precision: 1 | 2 | 3
}
export type AcledGiven = {
  readonly country: string
  readonly places: readonly AcledPlace[]
  readonly actors: readonly string[]
  readonly day: { readonly from: string | null; readonly to: string | null; readonly precision: string }
}
export type AcledRow = { readonly rule: string } & { readonly [column in AcledColumn]?: string | null }

/** Null: an aggregate or a background, which has no day and place of its own. Empty where we do not know, never 0. */
export function acledRow(
  record: MappedRecord,
  given: AcledGiven,
  { events }: Pick<Mappings, 'events'>,
): AcledRow | null {
  const rule = events.find((one) => fits(record, one) !== 'no')
  const { kind } = record.counted
  if (rule === undefined || kind === 'aggregate' || kind === 'background') return null
  const { day, places } = given
  const [place] = places
  return {
    rule: rule.id,
    event_id_cnty: record.id,
    event_date: day.from ?? day.to,
    year: (day.from ?? day.to)?.slice(0, 4) ?? null,
    // One day; within a week or so; only the month is known.
    time_precision:
      day.precision === 'day' ? (day.from === day.to ? '1' : '2') : day.precision === 'month' ? '3' : null,
    ...typesOf(rule),
    actor1: given.actors.join('; ') || null,
    actor2: rolesOf(record),
    civilian_targeting: rule.type === 'Violence against civilians' ? 'Civilian targeting' : null,
    country: given.country,
    admin1: place?.admin1 ?? null,
    location: place?.name ?? null,
    latitude: place?.lat === undefined || place.lat === null ? null : String(place.lat),
    longitude: place?.lon === undefined || place.lon === null ? null : String(place.lon),
    geo_precision: place === undefined ? null : String(place.precision),
    source: record.collectors.join('; ') || null,
    fatalities: fatalitiesOf(record),
  }
}

const typesOf = ({
  disorder,
  type,
  to,
}: EventRule): Pick<AcledRow, 'disorder_type' | 'event_type' | 'sub_event_type'> => ({
  disorder_type: disorder,
  event_type: type,
  sub_event_type: to,
})

const rolesOf = ({ counted }: MappedRecord): string | null => {
  const roles = counted.members.role.map((one) => one.value)
  return roles.length === 0 ? null : roles.join('; ')
}

/** ACLED takes the lowest credible number; where a killing is told and no number, the cell is empty. */
function fatalitiesOf({ counted }: MappedRecord): string | null {
  const killed = counted.members.act.filter(
    ({ value }) => value === 'killing' || value === 'death_in_custody',
  )
  if (killed.length === 0) return '0'
  const numbers = killed.flatMap((one) => (one.persons === null ? [] : [one.persons.certain]))
  return numbers.length === 0 ? null : String(Math.max(...numbers))
}
