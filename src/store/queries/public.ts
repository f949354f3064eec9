/** The only reads of the public site: tables that withholding alone fills. */
import { sql } from 'kysely'
import type { PublicIncident } from '../../core/public-record.ts'
import type { ThingKind, ThingPart } from '../../core/things.ts'
import type { Store } from '../connect.ts'
import type { PublicIncidentRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

// The brand survives storage: nothing but project() writes these tables (test/walls.test.ts guards it).
export const incidentOf = (row: Pick<PublicIncidentRow, 'body'>): PublicIncident =>
  row.body as unknown as PublicIncident

/** Incidents of a country whose date may lie in the period (all of them without one), by date then id. */
export async function publicIncidents(
  store: Reader,
  country: string,
  period?: { readonly from: string; readonly to: string },
): Promise<readonly PublicIncident[]> {
  let query = store.selectFrom('public_incidents').select('body').where('country', '=', country)
  if (period)
    query = query.where((where) =>
      where.and([
        where.eb(where.fn.coalesce('date_from', 'date_to'), '<=', period.to),
        where.eb(where.fn.coalesce('date_to', 'date_from'), '>=', period.from),
      ]),
    )
  const rows = await query
    .orderBy((order) => order.fn.coalesce('date_from', 'date_to'))
    .orderBy('id')
    .execute()
  return rows.map(incidentOf)
}

export async function publicIncident(store: Reader, id: string): Promise<PublicIncident | null> {
  const row = await store
    .selectFrom('public_incidents')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? incidentOf(row) : null
}

export async function publicIncidentsById(
  store: Reader,
  ids: readonly string[],
): Promise<readonly PublicIncident[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('public_incidents')
    .select('body')
    .where('id', 'in', ids)
    .orderBy('date_from')
    .orderBy('id')
    .execute()
  return rows.map(incidentOf)
}

/** Of these persons, those whom readers see by name today, with every form of the name that they see. */
export async function namedPublicly(
  store: Reader,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (persons.length === 0) return new Map()
  const rows = await store
    .selectFrom('public_things')
    .innerJoin('public_incidents', 'public_incidents.id', 'public_things.incident')
    .select(['public_things.thing', 'public_incidents.body'])
    .where('public_things.kind', '=', 'person')
    .where('public_things.thing', 'in', persons)
    .execute()
  const named = rows.flatMap((row) =>
    incidentOf(row).fields.people.flatMap(({ value }) =>
      value.kind === 'named' && value.id === row.thing
        ? [value.name.en, value.name.ru, value.name.kk].flatMap((name) =>
            name === null ? [] : [[row.thing, name] as const],
          )
        : [],
    ),
  )
  return new Map(
    [...Map.groupBy(named, ([id]) => id)].map(([id, all]) => [id, [...new Set(all.map(([, name]) => name))]]),
  )
}

/** Id of a record that is shown within another → the id it is shown under. */
export async function mergedInto(store: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await store
    .selectFrom('public_incidents')
    .select('id')
    .select(sql<readonly string[]>`body -> 'merged'`.as('merged'))
    .where(sql<boolean>`jsonb_exists(body, 'merged')`)
    .execute()
  return new Map(rows.flatMap(({ id, merged }) => merged.map((one) => [one, id] as const)))
}

/** The id under which a record is shown that was merged into another; null: it was not. */
export async function shownUnder(store: Reader, id: string): Promise<string | null> {
  const row = await store
    .selectFrom('public_incidents')
    .select('id')
    .where(sql<boolean>`body @> ${JSON.stringify({ merged: [id] })}::jsonb`)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Of every country, newest first. */
export async function publishedIncidents(store: Reader): Promise<readonly PublicIncident[]> {
  const rows = await store
    .selectFrom('public_incidents')
    .select('body')
    .orderBy(
      ({ fn }) => fn.coalesce('date_from', 'date_to'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('id', 'desc')
    .execute()
  return rows.map(incidentOf)
}

export async function publicCount(store: Reader): Promise<number> {
  const row = await store
    .selectFrom('public_incidents')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** First known day of every incident of a country, without its body: enough to count by period. Aggregates are left out. */
export async function publicDays(store: Reader, country: string): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('public_incidents')
    .select(({ fn }) => fn.coalesce('date_from', 'date_to').as('day'))
    .where('country', '=', country)
    .where('kind', '<>', 'aggregate')
    .execute()
  return rows.flatMap((row) => row.day ?? [])
}

export async function newestIncidents(
  store: Reader,
  country: string,
  limit: number,
): Promise<readonly PublicIncident[]> {
  const rows = await store
    .selectFrom('public_incidents')
    .select('body')
    .where('country', '=', country)
    .where('kind', '<>', 'aggregate')
    .orderBy(
      ({ fn }) => fn.coalesce('date_from', 'date_to'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(incidentOf)
}

/** An incident that a thing is in, with every part it has there. */
export type ThingIn = {
  readonly incident: PublicIncident
  readonly parts: readonly ThingPart[]
  /** False where only some sources put it there, in any part. */
  readonly sure: boolean
}

/** Every incident that a thing is in, by date then id. `country`: ids of places, bodies and laws are those of one pack. */
export async function publicIncidentsOf(
  store: Reader,
  kind: ThingKind,
  thing: string,
  country?: string,
): Promise<readonly ThingIn[]> {
  let query = store
    .selectFrom('public_things')
    .innerJoin('public_incidents', 'public_incidents.id', 'public_things.incident')
    .select(['public_incidents.body', 'public_things.part', 'public_things.sure'])
    .where('public_things.kind', '=', kind)
    .where('public_things.thing', '=', thing)
  if (country !== undefined) query = query.where('public_things.country', '=', country)
  const rows = await query
    .orderBy(
      ({ fn }) => fn.coalesce('date_from', 'date_to'),
      (order) => order.asc().nullsLast(),
    )
    .orderBy('public_incidents.id')
    .orderBy('public_things.part')
    .execute()
  const found = new Map<string, ThingIn>()
  for (const { body, part, sure } of rows) {
    const incident = incidentOf({ body })
    const known = found.get(incident.id)
    found.set(incident.id, {
      incident,
      parts: [...(known?.parts ?? []), part as ThingPart],
      sure: sure || known?.sure === true,
    })
  }
  return [...found.values()]
}

/** How many incidents each of these things is in; one that is in none is left out. */
export async function thingCounts(
  store: Reader,
  kind: ThingKind,
  country: string,
  things: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (things.length === 0) return new Map()
  const rows = await store
    .selectFrom('public_things')
    .select(['thing', ({ fn }) => fn.count<number>('incident').distinct().as('n')])
    .where('kind', '=', kind)
    .where('country', '=', country)
    .where('thing', 'in', things)
    .groupBy('thing')
    .execute()
  return new Map(rows.map((one) => [one.thing, Number(one.n)]))
}

/** Incidents in which a provision of the pack is used or named. */
export async function incidentsUnderLaw(
  store: Reader,
  country: string,
  provision?: string,
): Promise<readonly PublicIncident[]> {
  const needle = JSON.stringify({
    fields: { laws: [provision === undefined ? {} : { value: { provision } }] },
  })
  const rows = await store
    .selectFrom('public_incidents')
    .select('body')
    .where('country', '=', country)
    .where(sql<boolean>`body @> ${needle}::jsonb`)
    .orderBy(({ fn }) => fn.coalesce('date_from', 'date_to'))
    .orderBy('id')
    .execute()
  return rows.map(incidentOf)
}

/** Incidents that point to this one: what followed, what reversed it. */
export async function publicIncidentsLinkingTo(
  store: Reader,
  id: string,
): Promise<readonly PublicIncident[]> {
  const needle = JSON.stringify([{ incident: id }])
  const rows = await store
    .selectFrom('public_incidents')
    .select('body')
    .where(sql<boolean>`body -> 'links' @> ${needle}::jsonb`)
    .orderBy('date_from')
    .orderBy('id')
    .execute()
  return rows.map(incidentOf)
}

/** Regions in which anything public was ever counted. */
export async function regionsWithRecords(store: Reader, country: string): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('public_measures')
    .select('value')
    .distinct()
    .where('country', '=', country)
    .where('facet', '=', 'region')
    .execute()
  return rows.flatMap((one) => one.value ?? [])
}

export async function publicCountries(store: Reader): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('public_incidents')
    .select('country')
    .distinct()
    .orderBy('country')
    .execute()
  return rows.map((one) => one.country)
}

/** In how many incidents of each year an act was done, added up; an incident that may lie in two years is claimed in both. */
export async function publicActCount(
  store: Reader,
  country: string,
  act: string,
): Promise<{ readonly certain: number; readonly claimed: number }> {
  const rows = await store
    .selectFrom('public_measures')
    .select(['period', 'certain', 'claimed'])
    .where('country', '=', country)
    .where('unit', '=', 'incidents')
    .where('facet', '=', 'act')
    .where('value', '=', act)
    .execute()
  const years = rows.filter((one) => /^\d{4}$/.test(one.period))
  const sum = (of: (one: (typeof rows)[number]) => number): number =>
    years.reduce((all, one) => all + Number(of(one)), 0)
  return { certain: sum((one) => one.certain), claimed: sum((one) => one.claimed ?? one.certain) }
}

/** Everything the public tables hold, as text by record, for checking that a name is gone. */
export async function publicBodies(
  store: Reader,
): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const incidents = await store.selectFrom('public_incidents').select(['id', 'body']).orderBy('id').execute()
  const journeys = await store.selectFrom('public_proceedings').select(['id', 'body']).orderBy('id').execute()
  return [...incidents, ...journeys].map(({ id, body }) => ({ id, text: JSON.stringify(body) }))
}

type After = {
  /** Id after which to go on; empty: from the first. */
  readonly after: string
  readonly country?: string | undefined
  readonly period?: { readonly from: string; readonly to: string } | undefined
  readonly limit: number
}

/** Incidents in the order of their ids, which is that of no other column: a record that comes or goes moves none of the others. */
export async function publicIncidentsAfter(
  store: Reader,
  { after, country, period, limit }: After,
): Promise<readonly PublicIncident[]> {
  let query = store.selectFrom('public_incidents').select('body').where('id', '>', after)
  if (country !== undefined) query = query.where('country', '=', country)
  if (period)
    query = query.where((where) =>
      where.and([
        where.eb(where.fn.coalesce('date_from', 'date_to'), '<=', period.to),
        where.eb(where.fn.coalesce('date_to', 'date_from'), '>=', period.from),
      ]),
    )
  return (await query.orderBy('id').limit(limit).execute()).map(incidentOf)
}
