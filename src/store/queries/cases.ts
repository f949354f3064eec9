/** Rulings on cases, observations and assistance as the log has them, and the records made of them, as far as the wall lets whoever asks see. */
import { sql } from 'kysely'
import { CASE_KINDS } from '../../core/cases/case.ts'
import type { Ruling } from '../../core/cases/fold.ts'
import type { Store } from '../connect.ts'
import type { CaseRecordRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type OwnedRuling = Ruling & { readonly organisation: string | null }

/** In the order of the log: of all, or of those asked for. */
export async function caseRulings(store: Reader, ids?: readonly string[]): Promise<readonly OwnedRuling[]> {
  if (ids?.length === 0) return []
  const query = store
    .selectFrom('decisions')
    .select(['record_kind', 'record', 'field', 'held', 'by', 'at', 'why', 'event', 'organisation'])
    .where('record_kind', 'in', CASE_KINDS)
    .orderBy('event')
    .orderBy('field')
  return await (ids ? query.where('record', 'in', ids) : query).execute()
}

/** Handles that records were handed to and not taken back from. */
export async function caseAssignments(
  store: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('shares')
    .select(['record', 'with_id', 'ended'])
    .where('with_kind', '=', 'account')
    .where('record', 'in', ids)
    .orderBy('event')
    .execute()
  const open = new Map<string, ReadonlySet<string>>()
  for (const { record, with_id, ended } of rows) {
    const others = [...(open.get(record) ?? [])].filter((one) => one !== with_id)
    open.set(record, new Set(ended ? others : [...others, with_id]))
  }
  return new Map([...open].map(([id, handles]) => [id, [...handles].sort()]))
}

export type CasesAsked = {
  readonly kind?: string | undefined
  /** Attached to this case, person or incident, or about this person. */
  readonly about?: string | undefined
  /** Words that stand in the id, a name or what was entered, in any case. */
  readonly words?: string | undefined
  readonly limit: number
  readonly offset: number
}

export async function caseRecords(store: Reader, asked: CasesAsked): Promise<readonly CaseRecordRow[]> {
  let query = store.selectFrom('case_records').selectAll()
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  if (asked.about !== undefined)
    query = query.where(
      sql<boolean>`(jsonb_exists(about, ${asked.about}) or jsonb_exists(people, ${asked.about}))`,
    )
  if (asked.words !== undefined && asked.words.trim() !== '') {
    const like = `%${asked.words.trim().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<boolean>`(id ilike ${like} or names::text ilike ${like} or body::text ilike ${like})`,
    )
  }
  const rows = await query.orderBy('id').limit(asked.limit).offset(asked.offset).execute()
  return rows as unknown as readonly CaseRecordRow[]
}

export async function caseRecordsById(
  store: Reader,
  ids: readonly string[],
): Promise<readonly CaseRecordRow[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('case_records')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows as unknown as readonly CaseRecordRow[]
}

export async function caseRecord(store: Reader, id: string): Promise<CaseRecordRow | null> {
  const row = await store.selectFrom('case_records').selectAll().where('id', '=', id).executeTakeFirst()
  return (row as unknown as CaseRecordRow | undefined) ?? null
}

/** Everything that may have something due; a list that is read whole, since due days stand inside of it. */
export async function allCaseRecords(store: Reader): Promise<readonly CaseRecordRow[]> {
  const rows = await store
    .selectFrom('case_records')
    .selectAll()
    .where('kind', '<>', 'observation')
    .orderBy('id')
    .execute()
  return rows as unknown as readonly CaseRecordRow[]
}
