/** Who asks, a country, a period and a mapping in; the records that they may read, told in the words of others, out. */

import type { CountQuestion } from '../../core/count-table.ts'
import { countableOf } from '../../core/countable.ts'
import type { MappingName } from '../../core/mappings.ts'
import { canonicalName, type Pack } from '../../core/pack.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { countedFrom } from '../../measure/counts/counted.ts'
import { standsIn } from '../../measure/counts/table.ts'
import { type AcledPlace, type AcledRow, acledRow } from '../../measure/mappings/acled.ts'
import { type Tags, tagsOf } from '../../measure/mappings/civicus.ts'
import type { MappedRecord } from '../../measure/mappings/fits.ts'
import { type SdgCell, sdgTable } from '../../measure/mappings/sdg.ts'
import { rowsToMap } from '../../store/queries/counted.ts'
import type { IncidentRow } from '../../store/tables.ts'
import { type Context, packOf } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { isCountable, permitMeasure } from './counted-rows.ts'

export type Mapped =
  | { readonly as: 'sdg'; readonly cells: readonly SdgCell[]; readonly incidents: number }
  | ({ readonly as: 'civicus' } & Tags)
  | { readonly as: 'acled'; readonly rows: readonly AcledRow[]; readonly incidents: number }

type Asked = Pick<CountQuestion, 'country' | 'from' | 'to' | 'unverified'>

export async function readMapped(context: Context, asked: Asked, as: MappingName): Promise<Mapped> {
  permitMeasure(context)
  const pack = packOf(context.knowledge, asked.country)
  const { mappings, counting } = context.knowledge.codebook
  const rows = (await rowsToMap(context.store, asked.country)).filter(
    (row) => isCountable(row.state, asked.unverified) && mayRead(context, 'team', targetOf(row)),
  )
  const records = rows.flatMap((row): readonly (MappedRecord & { readonly row: IncidentRow })[] => {
    const facts = countedFrom(countableOf(row.body as unknown as Incident, pack), { pack, words: counting })
    const counted = { ...facts, fingerprint: 0 }
    if (standsIn(counted, asked) !== 'inside') return []
    const words = row.passages.map((one) => one.text).join('\n')
    return [{ id: row.id, counted, words, collectors: row.collectors, row }]
  })
  switch (as) {
    case 'sdg':
      return { as, cells: sdgTable(records, mappings), incidents: records.length }
    case 'civicus':
      return { as, ...tagsOf(records, mappings) }
    case 'acled':
      return {
        as,
        rows: records.flatMap((one) => acledRow(one, givenOf(one.row, pack), mappings) ?? []),
        incidents: records.length,
      }
  }
}

function givenOf(row: IncidentRow, pack: Pack) {
  const incident = row.body as unknown as Incident
  return {
    country: pack.name.en,
    places: heldOf(incident, 'place').map(({ value }) => placeOf(value.place, value.canonical, pack)),
    actors: heldOf(incident, 'actor').map(({ value }) => value),
    day: { from: row.date_from, to: row.date_to, precision: row.precision },
  }
}

function placeOf(id: string | null, canonical: string, pack: Pack): AcledPlace {
  const place = id === null ? undefined : pack.places.get(id)
  if (!place) return { name: canonical, admin1: null, lat: null, lon: null, precision: 3 }
  const admin1 = pack.regions.get(place.region ?? '')?.name.en ?? null
  const precision = place.kind === 'site' ? 1 : place.kind === 'region' || place.kind === 'country' ? 3 : 2
  return { name: canonicalName(pack, place), admin1, lat: place.lat, lon: place.lon, precision }
}
