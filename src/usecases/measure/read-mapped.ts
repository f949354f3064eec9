/** Who asks, a country, a period and a mapping in; the records that they may read, told in the words of others, out. */

import type { CountQuestion } from '../../core/count-table.ts'
import type { MappingName } from '../../core/mappings.ts'
import { canonicalName, type Pack } from '../../core/pack.ts'
import { UNKNOWN_DATE } from '../../core/partial-date.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { standsIn } from '../../measure/counts/table.ts'
import { type AcledPlace, type AcledRow, acledRow } from '../../measure/mappings/acled.ts'
import { type Tags, tagsOf } from '../../measure/mappings/civicus.ts'
import { type SdgCell, sdgTable } from '../../measure/mappings/sdg.ts'
import { type Context, packOf } from '../context.ts'
import { permitMeasure } from './counted-rows.ts'
import { recordsToMap } from './records-to-map.ts'

export type Mapped =
  | { readonly as: 'sdg'; readonly cells: readonly SdgCell[]; readonly incidents: number }
  | ({ readonly as: 'civicus' } & Tags)
  | { readonly as: 'acled'; readonly rows: readonly AcledRow[]; readonly incidents: number }

type Asked = Pick<CountQuestion, 'country' | 'from' | 'to' | 'unverified'>

export async function readMapped(context: Context, asked: Asked, as: MappingName): Promise<Mapped> {
  permitMeasure(context)
  const pack = packOf(context.knowledge, asked.country)
  const { mappings } = context.knowledge.codebook
  const records = (await recordsToMap(context, asked)).filter(
    ({ counted }) => standsIn(counted, asked) === 'inside',
  )
  switch (as) {
    case 'sdg':
      return { as, cells: sdgTable(records, mappings), incidents: records.length }
    case 'civicus':
      return { as, ...tagsOf(records, mappings) }
    case 'acled':
      return {
        as,
        rows: records.flatMap((one) => acledRow(one, givenOf(one.incident, pack), mappings) ?? []),
        incidents: records.length,
      }
  }
}

function givenOf(incident: Incident, pack: Pack) {
  const date = heldOf(incident, 'date')[0]?.value ?? UNKNOWN_DATE
  return {
    country: pack.name.en,
    places: heldOf(incident, 'place').map(({ value }) => placeOf(value.place, value.canonical, pack)),
    actors: heldOf(incident, 'actor').map(({ value }) => value),
    day: date,
  }
}

function placeOf(id: string | null, canonical: string, pack: Pack): AcledPlace {
  const place = id === null ? undefined : pack.places.get(id)
  if (!place) return { name: canonical, admin1: null, lat: null, lon: null, precision: 3 }
  const admin1 = pack.regions.get(place.region ?? '')?.name.en ?? null
  const precision = place.kind === 'site' ? 1 : place.kind === 'region' || place.kind === 'country' ? 3 : 2
  return { name: canonicalName(pack, place), admin1, lat: place.lat, lon: place.lon, precision }
}
