/** places.yaml of a country pack: regions and places, with everything lying in something that is there. */
import { z } from 'zod'
import type { Place, Region } from '../core/pack.ts'
import { PLACE_KINDS } from '../core/pack.ts'
import {
  certainty,
  head,
  packId as id,
  labels,
  listOf,
  partialIso,
  rowsOf,
  text,
  withChecks,
} from './load-schemas.ts'

const region = z.strictObject({
  id,
  iso: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'ISO 3166-2'),
  name: labels,
  variants: listOf(text, null),
  tile: z.strictObject({ row: z.int().nonnegative(), col: z.int().nonnegative() }),
  from: partialIso.nullable(),
  certainty,
}) satisfies z.ZodType<Region>

const place = z
  .strictObject({
    id,
    kind: z.enum(PLACE_KINDS),
    name: labels,
    inside: id.nullable(),
    region: id.nullable(),
    variants: listOf(text, null),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    note: text.nullable(),
    certainty,
  })
  .refine((one) => (one.lat === null) === (one.lon === null), {
    message: 'one coordinate without the other',
    path: ['lat'],
  })
  .refine((one) => one.inside !== null || (one.kind !== 'site' && one.kind !== 'city-district'), {
    message: 'a site or city district must say the town it lies in',
    path: ['inside'],
  }) satisfies z.ZodType<Place>

export const placesFile = withChecks(
  z.strictObject({ ...head, regions: listOf(region), places: listOf(place) }),
  (file, tell) => {
    const rows = rowsOf(file, 'places')
    const places = new Set(rows.map((one) => one.id))
    const regions = new Set(rowsOf(file, 'regions').map((one) => one.id))
    rows.forEach((one, index) => {
      const { inside, region: lies } = one
      if (typeof inside === 'string' && !places.has(inside))
        tell(`no place "${inside}" in this file`, ['places', index, 'inside'])
      if (typeof lies === 'string' && !regions.has(lies))
        tell(`no region "${lies}" in this file`, ['places', index, 'region'])
    })
  },
)
