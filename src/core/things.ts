/** A public incident in, what it is about out: persons, places, bodies, provisions, bills that have a page of their own. */
import { bodyNamed } from './bodies.ts'
import { sameWords } from './names/fold.ts'
import type { Pack, Place } from './pack.ts'
import type { IncidentBody } from './public-record.ts'
import type { Field, Harmed } from './values.ts'

export const THING_KINDS = ['person', 'place', 'body', 'law', 'bill'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** How a thing is in an incident: it happened there, under it; who was struck, who did it, who told it or is only named. */
export const THING_PARTS = ['there', 'under', 'struck', 'acted', 'told'] as const
export type ThingPart = (typeof THING_PARTS)[number]

/** `sure` is false where sources disagree on the field: only some of them put the thing there. */
export type Thing = {
  readonly kind: ThingKind
  readonly id: string
  readonly part: ThingPart
  readonly sure: boolean
}

/** Each thing once in each part. Nothing comes out that is not shown in the incident itself: no name held back, no place or law. */
export function thingsIn(incident: IncidentBody, pack: Pack): readonly Thing[] {
  const { fields } = incident
  const of = (kind: ThingKind, field: Field) => (id: string | null, part: ThingPart) =>
    id === null ? [] : [{ kind, id, part, sure: !incident.disputed.includes(field) }]
  const bodies = (field: Field, values: readonly { readonly value: string }[], part: ThingPart) =>
    values.flatMap(({ value }) => of('body', field)(bodyNamed(pack, value), part))
  const all: readonly Thing[] = [
    ...fields.people.flatMap(({ value }) =>
      value.kind === 'named' ? of('person', 'person')(value.id, PART_OF[`${value.harmed}`]) : [],
    ),
    ...fields.places
      .flatMap(({ value }) => around(pack.places.get(value.place ?? ''), pack))
      .flatMap((one) => of('place', 'place')(one.id, 'there')),
    ...fields.laws.flatMap(({ value }) => of('law', 'law')(value.provision, 'under')),
    ...fields.laws.flatMap(({ value }) => of('bill', 'law')(billMeant(value.name, incident, pack), 'under')),
    ...bodies('organisation', fields.organisations, 'struck'),
    ...bodies('actor', fields.actors, 'acted'),
    ...bodies('source', fields.saidBy, 'told'),
  ]
  return [...new Map(all.map((one) => [`${one.kind} ${one.id} ${one.part}`, one])).values()]
}

const PART_OF: Readonly<Record<`${Harmed}`, ThingPart>> = { true: 'struck', actor: 'acted', false: 'told' }

/** A record of policy that names a law in words tells of its making; in any other the same words mean the law in force. */
export function billMeant(
  name: string | null,
  { fields }: Pick<IncidentBody, 'fields'>,
  pack: Pack,
): string | null {
  if (name === null || fields.kind !== 'policy') return null
  const isIt = (alias: string): boolean => sameWords(alias, name)
  return [...pack.bills.values()].find((one) => one.aliases.some(isIt))?.id ?? null
}

/** The place itself and those it lies in: a square, its town, its region. The country as a whole has its own page. */
export function around(place: Place | undefined, pack: Pack): readonly Place[] {
  if (!place || place.kind === 'country') return []
  const above = parentOf(place, pack)
  return [place, ...around(above ?? undefined, pack)]
}

/** The town of a site, the region of a town; null for what lies in no unit of the pack. */
export function parentOf(place: Place, pack: Pack): Place | null {
  if (place.inside !== null) return pack.places.get(place.inside) ?? null
  if (place.kind === 'region' || place.region === null) return null
  const region = placeOfRegion(place.region, pack)
  return region?.id === place.id ? null : region
}

/** The place that a region of the map is: the region itself, or the city that is one. */
export function placeOfRegion(region: string, pack: Pack): Place | null {
  const own = [...pack.places.values()].filter((one) => one.region === region)
  return (
    own.find((one) => one.kind === 'region') ?? own.find((one) => one.kind === 'city' && !one.inside) ?? null
  )
}
