/** What linking asks of the records that whoever asks sees: names that nobody was judged to be, who is in which record, what is told of some days. */
import { sql } from 'kysely'
import type { PartialDate } from '../../core/partial-date.ts'
import type { PersonValue } from '../../core/values.ts'
import type { Store } from '../connect.ts'
import type { IncidentRow } from '../tables.ts'
import { RECORD_COLUMNS, type RecordStanding } from './records.ts'

type Reader = Pick<Store, 'selectFrom'>
const STANDING = ['id', 'organisation', 'state', 'tier', 'coders', 'assigned', 'shared_with'] as const
const PERSONS = '$.rulings[*] ? (@.field == "person").values[*]'

export type NamedRow = RecordStanding & {
  readonly names: readonly {
    readonly value: PersonValue
    readonly claims: readonly { readonly id: string }[]
  }[]
}

/** The names in records that somebody was judged to be, or not to be: all names, since *not* leaves nothing in the record. */
export async function recordsWithNames(store: Reader): Promise<readonly NamedRow[]> {
  const rows = await store
    .selectFrom('incidents')
    .select(STANDING)
    .select(sql<NamedRow['names']>`jsonb_path_query_array(body, ${PERSONS}::jsonpath)`.as('names'))
    .where(sql<boolean>`jsonb_path_exists(body, ${PERSONS}::jsonpath)`)
    .orderBy('id')
    .execute()
  return rows as unknown as readonly NamedRow[]
}

/** Taken out of the records where they lie: a workspace of thousands has few open names, and long records. */
export async function recordsWithOpenNames(store: Reader): Promise<readonly NamedRow[]> {
  const open = sql`jsonb_path_query_array(body, ${`${PERSONS} ? (@.person == null)`}::jsonpath)`
  const rows = await store
    .selectFrom('incidents')
    .select(STANDING)
    .select(sql<NamedRow['names']>`${open}`.as('names'))
    .where(sql<boolean>`jsonb_path_exists(body, ${`${PERSONS} ? (@.person == null)`}::jsonpath)`)
    .orderBy('id')
    .execute()
  return rows as unknown as readonly NamedRow[]
}

/** The names in these records, or in all. */
export async function namesInRecords(
  store: Reader,
  ids: readonly string[] | null,
): Promise<readonly { readonly id: string; readonly names: readonly string[] }[]> {
  if (ids?.length === 0) return []
  const names = sql<readonly string[]>`jsonb_path_query_array(body, ${`${PERSONS}.value.name`}::jsonpath)`
  const rows = store
    .selectFrom('incidents')
    .select('id')
    .select(names.as('names'))
    .where(sql<boolean>`jsonb_path_exists(body, ${PERSONS}::jsonpath)`)
  return await (ids === null ? rows : rows.where('id', 'in', [...ids])).execute()
}

/** Records that something was decided of after an entry of the log; null: something was forgotten since, and all must be read. */
export async function recordsChangedSince(store: Reader, event: number): Promise<readonly string[] | null> {
  const forgotten = await store
    .selectFrom('events')
    .select('seq')
    .where('seq', '>', event)
    .where('use_case', '=', 'forget')
    .executeTakeFirst()
  if (forgotten) return null
  const rows = await store
    .selectFrom('decisions')
    .select('record')
    .distinct()
    .where('event', '>', event)
    .where('record_kind', '=', 'incident')
    .execute()
  return rows.map((one) => one.record)
}

/** Records that one of these persons was judged to be in, oldest first. */
export async function recordsOfPersons(
  store: Reader,
  persons: readonly string[],
): Promise<readonly IncidentRow[]> {
  const vars = JSON.stringify({ persons })
  const rows = await store
    .selectFrom('incidents')
    .select(RECORD_COLUMNS)
    .where(
      sql<boolean>`jsonb_path_exists(body, ${`${PERSONS} ? (@.person == $persons[*])`}::jsonpath, ${vars}::jsonb)`,
    )
    .orderBy(({ fn }) => fn.coalesce('date_from', 'date_to'))
    .orderBy('id')
    .execute()
  return rows as unknown as readonly IncidentRow[]
}

/** Who on record was judged to be in which record. */
export async function peopleInRecords(
  store: Reader,
): Promise<readonly { readonly state: string; readonly people: readonly string[] }[]> {
  const path = `${PERSONS} ? (@.person != null)`
  return await store
    .selectFrom('incidents')
    .select('state')
    .select(sql<readonly string[]>`jsonb_path_query_array(body, ${`${path}.person`}::jsonpath)`.as('people'))
    .where(sql<boolean>`jsonb_path_exists(body, ${path}::jsonpath)`)
    .execute()
}

/** Records in which a name stands on one of these claims. */
export async function recordsWithClaims(
  store: Reader,
  claims: readonly string[],
): Promise<readonly IncidentRow[]> {
  const path = `${PERSONS}.claims[*] ? (@.id == $claims[*])`
  const rows = await store
    .selectFrom('incidents')
    .select(RECORD_COLUMNS)
    .where(sql<boolean>`jsonb_path_exists(body, ${path}::jsonpath, ${JSON.stringify({ claims })}::jsonb)`)
    .orderBy('id')
    .execute()
  return rows as unknown as readonly IncidentRow[]
}

export type EventRow = RecordStanding & {
  readonly kind: string
  readonly date: PartialDate
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly acts: readonly string[]
}

/** Records known to the day whose days touch these, both days counted. */
export async function eventsBetween(store: Reader, from: string, to: string): Promise<readonly EventRow[]> {
  const values = (field: string, path: string) =>
    sql<
      readonly string[]
    >`jsonb_path_query_array(body, ${`$.rulings[*] ? (@.field == "${field}").values[*].value${path}`}::jsonpath)`
  const rows = await store
    .selectFrom('incidents')
    .select(STANDING)
    .select(['kind', 'date_from', 'date_to'])
    .select([
      values('place', '.canonical').as('places'),
      values('person', '.name').as('people'),
      values('act', '').as('acts'),
    ])
    .where('precision', '=', 'day')
    .where('date_from', '<=', to)
    .where('date_to', '>=', from)
    .orderBy('id')
    .execute()
  return rows.map(({ date_from, date_to, ...row }) => ({
    ...row,
    date: { from: date_from, to: date_to, precision: 'day' as const },
  })) as unknown as readonly EventRow[]
}
