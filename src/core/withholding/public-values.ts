/** Values as decided in, the same as any reader may see them out: places with their region, laws with their provision, fines in index units. */
import { indexOn, type Pack } from '../pack.ts'
import type { PublicLaw, PublicPenalty, PublicPlace } from '../public-record.ts'
import type { GroupValue, LawValue, PenaltyValue, PlaceValue } from '../values.ts'
import { provisionOf } from './provision.ts'

/** Says of a text whether any reader may have it. */
export type MayRead = (text: string) => boolean

export function publicPlace(value: PlaceValue, pack: Pack): PublicPlace {
  const place = value.place === null ? undefined : pack.places.get(value.place)
  return {
    ...value,
    region: place?.region ?? null,
    label: place?.name ?? { en: value.canonical, ru: null, kk: null },
  }
}

export const publicGroup = (value: GroupValue, mayRead: MayRead): GroupValue => ({
  ...value,
  what: mayRead(value.what) ? value.what : '',
})

const readable = (text: string | null, mayRead: MayRead): string | null =>
  text !== null && mayRead(text) ? text : null

export const publicLaw = (value: LawValue, pack: Pack, mayRead: MayRead): PublicLaw => ({
  ...value,
  name: readable(value.name, mayRead),
  article: readable(value.article, mayRead),
  part: readable(value.part, mayRead),
  provision: provisionOf(value, pack),
})

/** The index is that of the day of the offence; without a day or for foreign money there is no multiple. */
export function publicPenalty(
  value: PenaltyValue,
  day: string | null,
  pack: Pack,
  mayRead: MayRead,
): PublicPenalty {
  const { who, ...rest } = value
  const index =
    day === null || value.amount === null || value.currency !== pack.currency ? null : indexOn(pack, day)
  const indexMultiple =
    index === null || value.amount === null ? null : Math.round((value.amount / index.amount) * 100) / 100
  return {
    ...rest,
    unit: readable(rest.unit, mayRead),
    indexMultiple,
    persons: who.length > 0 ? who.length : null,
  }
}
