/** The only reads of the public site: tables that withholding alone fills. */
import { sql } from 'kysely'
import type { PublicAnalysis } from '../../core/analysis.ts'
import type { Json } from '../../core/json.ts'
import type { Measure } from '../../core/measure.ts'
import type { PublicIncident, PublicProceeding } from '../../core/public-record.ts'
import type { PublicWatch, ReleasedRatings } from '../../core/rating/public-rating.ts'
import type { PublicTactic } from '../../core/tactic.ts'
import type { CardStanding } from '../../core/teach/standing.ts'
import type { ThingKind, ThingPart } from '../../core/things.ts'
import type { Store } from '../connect.ts'
import type { PublicIncidentRow, PublicMeasureRow } from '../tables.ts'

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

/** Legal journeys of a person. */
export async function publicProceedingsFor(
  store: Reader,
  person: string,
): Promise<readonly PublicProceeding[]> {
  const needle = JSON.stringify({ person: { id: person } })
  const rows = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where(sql<boolean>`body @> ${needle}::jsonb`)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
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

export async function publicProceedingsOf(
  store: Reader,
  incident: string,
): Promise<readonly PublicProceeding[]> {
  const needle = JSON.stringify([incident])
  const rows = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where(sql<boolean>`incidents @> ${needle}::jsonb`)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
}

const measureOf = (row: PublicMeasureRow): Measure => ({
  method: row.method,
  unit: row.unit as Measure['unit'],
  period: row.period,
  slice:
    row.facet === null || row.value === null
      ? null
      : ({ facet: row.facet, value: row.value } as Measure['slice']),
  certain: row.certain,
  claimed: row.claimed,
  rows: row.rows,
})

export async function publicMeasures(
  store: Reader,
  country: string,
  period?: string,
): Promise<readonly Measure[]> {
  let query = store.selectFrom('public_measures').selectAll().where('country', '=', country)
  if (period) query = query.where('period', '=', period)
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => measureOf(row as unknown as PublicMeasureRow))
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

/** One method over all periods of a country, or one of them. */
export async function publicMeasuresBy(
  store: Reader,
  country: string,
  method: string,
  period?: string,
): Promise<readonly Measure[]> {
  let query = store
    .selectFrom('public_measures')
    .selectAll()
    .where('country', '=', country)
    .where('method', '=', method)
  if (period) query = query.where('period', '=', period)
  const rows = await query.orderBy('period').orderBy('id').execute()
  return rows.map((row) => measureOf(row as unknown as PublicMeasureRow))
}

/** How many incidents lie wholly in each year and quarter of a country. */
export async function publicTotals(store: Reader, country: string): Promise<readonly Measure[]> {
  const rows = await store
    .selectFrom('public_measures')
    .selectAll()
    .where('country', '=', country)
    .where('method', '=', 'count.incidents@1')
    .where('facet', 'is', null)
    .orderBy('period')
    .execute()
  return rows.map((row) => measureOf(row as unknown as PublicMeasureRow))
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

/** When anything public was last decided; null while nothing is. */
export async function lastUpdated(store: Reader, country?: string): Promise<string | null> {
  let query = store.selectFrom('public_incidents').select((one) => one.fn.max('updated').as('at'))
  if (country) query = query.where('country', '=', country)
  return (await query.executeTakeFirst())?.at ?? null
}

/** Another whenever anything public was made anew: that writes this row last, in the same transaction. */
export async function publicVersion(store: Reader): Promise<string> {
  const row = await store
    .selectFrom('public_state')
    .select(sql<string>`xmin::text || ' ' || ctid::text`.as('version'))
    .where('key', '=', 'through')
    .executeTakeFirst()
  return row?.version ?? ''
}

export async function publicState(store: Reader, key: string): Promise<Json | null> {
  return (
    (await store.selectFrom('public_state').select('value').where('key', '=', key).executeTakeFirst())
      ?.value ?? null
  )
}

/** What the panel released of a country; null: nothing. The brand survives storage, as above. */
export const publicRatings = async (store: Reader, country: string): Promise<ReleasedRatings | null> =>
  (await publicState(store, `ratings ${country}`)) as unknown as ReleasedRatings | null

export const publicWatch = async (store: Reader, country: string): Promise<PublicWatch | null> =>
  (await publicState(store, `watch ${country}`)) as unknown as PublicWatch | null

/** Legal analyses that a lawyer decided to be public, of laws and incidents of a country, the oldest first. */
export const publicAnalyses = async (store: Reader, country: string): Promise<readonly PublicAnalysis[]> =>
  ((await publicState(store, `analyses ${country}`)) ?? []) as unknown as readonly PublicAnalysis[]

/** Tactics that groups added to the library. */
export const publicTactics = async (store: Reader): Promise<readonly PublicTactic[]> =>
  ((await publicState(store, 'tactics')) ?? []) as unknown as readonly PublicTactic[]
/** How each law card of a country stands, by its id and language; one that is not among them is a draft. */
export const publicCards = async (
  store: Reader,
  country: string,
): Promise<Readonly<Record<string, CardStanding>>> =>
  ((await publicState(store, `cards ${country}`)) ?? {}) as unknown as Readonly<Record<string, CardStanding>>

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

/** Proceedings with a stage in one of the incidents; all of them for null. */
export async function publicProceedingsAmong(
  store: Reader,
  incidents: readonly string[] | null,
): Promise<readonly PublicProceeding[]> {
  let query = store.selectFrom('public_proceedings').select('body')
  if (incidents !== null)
    query = query.where(
      sql<boolean>`jsonb_exists_any(incidents, array(select jsonb_array_elements_text(${JSON.stringify(incidents)}::jsonb)))`,
    )
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
}

export async function publicProceeding(store: Reader, id: string): Promise<PublicProceeding | null> {
  const row = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? (row.body as unknown as PublicProceeding) : null
}

/**
 * Changes whenever a public incident, proceeding or number is written or taken away: what was made of the same state need
 * not be made again. `xmin` is the transaction that wrote a row; a sum, since the last to begin is not the last to end.
 */
export async function publicMark(store: Reader): Promise<string> {
  const of = async (
    table: 'public_incidents' | 'public_proceedings' | 'public_measures',
  ): Promise<string> => {
    const row = await store
      .selectFrom(table)
      .select(
        sql<string>`count(*) || '/' || coalesce(sum(xmin::text::bigint), 0) || '/' || coalesce(max(xmin::text::bigint), 0)`.as(
          'mark',
        ),
      )
      .executeTakeFirst()
    return row?.mark ?? ''
  }
  return `${await of('public_incidents')} ${await of('public_proceedings')} ${await of('public_measures')}`
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

export async function publicProceedingsAfter(
  store: Reader,
  after: string,
  limit: number,
): Promise<readonly PublicProceeding[]> {
  const rows = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
}
