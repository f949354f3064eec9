/** Public incidents in, a table in the shape of ACLED's event data out, by the rules of codebook/mappings.yaml. */
import type { Codebook } from '../../core/codebook.ts'
import { canonicalName, type Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { countedFrom } from '../../measure/counts/counted.ts'
import { ACLED_COLUMNS, type AcledPlace, acledRow } from '../../measure/mappings/acled.ts'
import { csv } from '../../publish/csv.ts'
import { passageText } from '../../publish/open/tables/sources.ts'
import type { OpenView } from '../../publish/open/view.ts'

/** One event and place is theirs, one incident ours: `rule` says by which rule each row got its type. */
export function acledCsv({ incidents, packs, faces }: OpenView): string {
  const rows = incidents.flatMap((incident) => {
    const pack = packs.get(incident.country)
    return pack ? rowOf(incident, pack, faces.en.codebook) : []
  })
  return csv([...ACLED_COLUMNS, 'rule'], rows)
}

function rowOf(
  incident: PublicIncident,
  pack: Pack,
  { counting, mappings }: Codebook,
): readonly (readonly (string | null)[])[] {
  const { fields, sources, id } = incident
  const counted = { ...countedFrom(incident, { pack, words: counting }), fingerprint: 0 }
  const words = sources.map((one) => passageText(one.passage)).join('\n')
  const collectors = [...new Set(sources.flatMap((one) => one.collector ?? one.publisher ?? []))]
  const day = fields.date[0]?.value ?? { from: null, to: null, precision: 'unknown' }
  const given = {
    country: pack.name.en,
    actors: fields.actors.map((one) => one.value),
    places: fields.places.map(({ value }) => placeOf(value, pack)),
    day,
  }
  const row = acledRow({ id, counted, words, collectors }, given, mappings)
  return row ? [[...ACLED_COLUMNS.map((column) => row[column] ?? null), row.rule]] : []
}

function placeOf(
  { place, canonical }: { readonly place: string | null; readonly canonical: string },
  pack: Pack,
): AcledPlace {
  const known = place === null ? undefined : pack.places.get(place)
  if (!known) return { name: canonical, admin1: null, lat: null, lon: null, precision: 3 }
  const precision = known.kind === 'site' ? 1 : known.kind === 'region' || known.kind === 'country' ? 3 : 2
  const admin1 = pack.regions.get(known.region ?? '')?.name.en ?? null
  return { name: canonicalName(pack, known), admin1, lat: known.lat, lon: known.lon, precision }
}
