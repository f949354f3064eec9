/** Incidents as colleagues work with them, as far as the wall lets whoever asks see: lists, one record, its history, what it is linked with. */
import { sql } from 'kysely'
import type { Store } from '../connect.ts'
import type { IncidentRow } from '../tables.ts'
import { coversOf } from './covers.ts'
import { RECORD_KIND } from './pairs.ts'

type Reader = Pick<Store, 'selectFrom'>

export type Asked = {
  readonly state?: string | undefined
  /** Words that stand in the id or in a passage, in any case. */
  readonly words?: string | undefined
  /** Whoever coded a record is not who reads it a second time. */
  readonly notCodedBy?: string | undefined
  readonly limit: number
  readonly offset: number
}

const AT_ONCE = 200

/** All that a colleague reads; what a search looks in stays in the database. */
export const RECORD_COLUMNS = [
  'id',
  'country',
  'kind',
  'date_from',
  'date_to',
  'precision',
  'version',
  'organisation',
  'state',
  'tier',
  'shown',
  'was_shown',
  'coders',
  'assigned',
  'shared_with',
  'passages',
  'standing',
  'by_rule',
  'decided_at',
  'second',
  'body',
] as const satisfies readonly (keyof IncidentRow)[]

export async function recordRows(store: Reader, asked: Asked): Promise<readonly IncidentRow[]> {
  let query = store.selectFrom('incidents').select(RECORD_COLUMNS)
  if (asked.state !== undefined) query = query.where('state', '=', asked.state)
  if (asked.notCodedBy !== undefined)
    query = query.where(sql<boolean>`not jsonb_exists(coders, ${asked.notCodedBy})`)
  if (asked.words !== undefined && asked.words.trim() !== '') {
    const like = `%${asked.words.trim().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([where('id', 'ilike', like), sql<boolean>`passages::text ilike ${like}`]),
    )
  }
  const rows = await query
    .orderBy(
      ({ fn }) => fn.coalesce('date_from', 'date_to'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('id', 'desc')
    .limit(Math.min(asked.limit, AT_ONCE))
    .offset(asked.offset)
    .execute()
  return rows as unknown as readonly IncidentRow[]
}

export async function recordRow(store: Reader, id: string): Promise<IncidentRow | null> {
  const row = await store
    .selectFrom('incidents')
    .select(RECORD_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as unknown as IncidentRow | undefined) ?? null
}

export async function recordRowsById(store: Reader, ids: readonly string[]): Promise<readonly IncidentRow[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('incidents')
    .select(RECORD_COLUMNS)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows as unknown as readonly IncidentRow[]
}

/** What can be told of a record without opening it: enough for the table of access to be asked. */
export type RecordStanding = Pick<
  IncidentRow,
  'id' | 'organisation' | 'state' | 'tier' | 'coders' | 'assigned' | 'shared_with'
>

/** Of all records, or of those asked for. */
export async function recordCounts(
  store: Reader,
  ids?: readonly string[],
): Promise<readonly RecordStanding[]> {
  if (ids?.length === 0) return []
  const query = store
    .selectFrom('incidents')
    .select(['id', 'organisation', 'state', 'tier', 'coders', 'assigned', 'shared_with'])
  const rows = await (ids ? query.where('id', 'in', ids) : query).execute()
  return rows as unknown as readonly RecordStanding[]
}

export type RecordGroup = Omit<RecordStanding, 'id'> & { readonly second: string; readonly n: number }

/** How many records stand alike: counted where they lie, so that a page costs the same however many there are. */
export async function recordGroups(store: Reader): Promise<readonly RecordGroup[]> {
  const columns = ['organisation', 'state', 'tier', 'second', 'coders', 'assigned', 'shared_with'] as const
  const rows = await store
    .selectFrom('incidents')
    .select(columns)
    .select((one) => one.fn.countAll<number>().as('n'))
    .groupBy(columns)
    .execute()
  return rows.map((row) => ({ ...row, n: Number(row.n) }))
}

/** With the reason that was given for what stands, and without all the rest: a report may have made a hundred records. */
export async function recordWhys(
  store: Reader,
  ids: readonly string[],
): Promise<readonly (RecordStanding & { readonly why: string | null })[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('incidents')
    .select(['id', 'organisation', 'state', 'tier', 'coders', 'assigned', 'shared_with'])
    .select(
      sql<string | null>`jsonb_path_query_first(body, '$.rulings[*].why ? (@ != null)') #>> '{}'`.as('why'),
    )
    .where('id', 'in', ids)
    .execute()
  return rows as unknown as readonly (RecordStanding & { readonly why: string | null })[]
}

export type Step = {
  readonly event: number
  readonly at: string
  readonly by: string
  /** decided: the fields it was about · moved: the move · shared, ended: with whom · judged: what was said of it and another. */
  readonly kind: 'decided' | 'moved' | 'shared' | 'ended' | 'judged'
  readonly what: readonly string[]
  readonly why: string | null
}

/** Newest first. */
export async function recordHistory(store: Reader, id: string): Promise<readonly Step[]> {
  const decisions = await store
    .selectFrom('decisions')
    .select(['event', 'field', 'by', 'at', 'why'])
    .where('record_kind', '=', 'incident')
    .where('record', '=', id)
    .orderBy('event')
    .orderBy('field')
    .execute()
  const moves = await store.selectFrom('moves').selectAll().where('record', '=', id).execute()
  const shares = await store.selectFrom('shares').selectAll().where('record', '=', id).execute()
  const judged = await store
    .selectFrom('judgements')
    .selectAll()
    .where('left_kind', '=', RECORD_KIND)
    .where((one) => one.or([one('left_id', '=', id), one('right_id', '=', id)]))
    .execute()
  const decided = new Map<number, Step>()
  for (const one of decisions) {
    const what = [...(decided.get(one.event)?.what ?? []), one.field]
    decided.set(one.event, { event: one.event, at: one.at, by: one.by, kind: 'decided', what, why: one.why })
  }
  const steps: readonly Step[] = [
    ...decided.values(),
    ...moves.map(({ event, at, by, move, why }) => ({
      event,
      at,
      by,
      kind: 'moved' as const,
      what: [move],
      why,
    })),
    ...shares.map(({ event, at, by, with_id, ended, why }) => ({
      event,
      at,
      by,
      kind: ended ? ('ended' as const) : ('shared' as const),
      what: [with_id],
      why,
    })),
    ...judged.map(({ event, at, by, verdict, left_id, right_id, explanation }) => ({
      ...{ event, at, by, kind: 'judged' as const },
      what: [verdict, left_id === id ? right_id : left_id],
      why: explanation || null,
    })),
  ]
  return [...steps].sort((a, b) => b.event - a.event)
}

export type Relation = { readonly kind: string; readonly id: string; readonly toIt: boolean }

/** Only to records that whoever asks can see as well: a link would tell that the other is there. */
export async function recordRelations(store: Reader, id: string): Promise<readonly Relation[]> {
  const from = await store
    .selectFrom('links')
    .innerJoin('incidents', 'incidents.id', 'links.target')
    .select(['links.kind', 'links.target as id'])
    .where('links.record', '=', id)
    .distinct()
    .execute()
  const to = await store
    .selectFrom('links')
    .innerJoin('incidents', 'incidents.id', 'links.record')
    .select(['links.kind', 'links.record as id'])
    .where('links.target', '=', id)
    .distinct()
    .execute()
  const covers = await coversOf(store, id)
  return [
    ...from.map((one) => ({ ...one, toIt: false })),
    ...to.map((one) => ({ ...one, toIt: true })),
    ...covers.map((one) => ({ ...one, kind: 'covers' })),
  ]
}
