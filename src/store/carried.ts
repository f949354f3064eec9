/** What of a database goes into a backup, table by table, and what comes out of it again; a value is the text that PostgreSQL writes for it. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { PARSERS, type Store, TIMESTAMPTZ } from './connect.ts'
import { APPENDED } from './kinds-of-tables.ts'
import type { Tables } from './tables.ts'

/** Neither facts nor derived: who may come in, what was signed, what is sealed, and letters. Those that others point to come first. */
export const OPERATIONAL = [
  'organisations',
  'accounts',
  'credentials',
  'invitations',
  'api_tokens',
  'trainings',
  'visits',
  'file_views',
  'subscriptions',
  'letters',
  'sign_links',
  'recipient_lists',
  'sealed_items',
  'field_passes',
  'field_items',
  'house_state',
  'checkpoints',
  'cosignatures',
  'time_stamps',
  'action_keys',
  'action_marks',
  'action_windows',
  'actions',
  'action_counts',
  'action_recounts',
  'action_news',
  'action_patches',
] as const satisfies readonly (keyof Tables)[]
/** Those that may have millions of rows, so that they are written and read a slice at a time. */
export const LONG = ['action_marks', 'actions'] as const satisfies readonly (typeof OPERATIONAL)[number][]
/** Tables whose rows have a body, with their keys: bodies are large and do not change, so each is kept by itself. */
export const BODIES = {
  sealed_items: ['id', 'version'],
  field_items: ['id'],
} as const satisfies Partial<Record<(typeof OPERATIONAL)[number], readonly string[]>>
export type BodyTable = keyof typeof BODIES
export type BodyKey = { readonly table: BodyTable; readonly key: readonly string[] }

/** What came in by the sealed form: by days that are over, padded, in parts that go with what was in them (copy-told.ts). */
export const TOLD = [
  'intake_letters',
  'intake_days',
  'intake_triage',
] as const satisfies readonly (keyof Tables)[]

/**
 * Nobody is signed in after a restore; what is still on its way from a phone it sends again; and who has not confirmed an
 * action can ask again, while an address stays in no copy.
 */
export const LEFT_OUT = [
  'action_asks',
  'sessions',
  'field_pieces',
] as const satisfies readonly (keyof Tables)[]

/**
 * Rows that go in of a table of which not all do: what waits for somebody in a table that is left out cannot be sent, and a
 * restored house goes on with no delivery by mail until a person says so: another one may be sending it.
 */
export const PART: Readonly<Record<string, string>> = { letters: 'ask is null and mailing is null' }

/** Facts in the order in which they can be written again, the entries of the log last. */
export const FACTS = [...(Object.keys(APPENDED) as (keyof typeof APPENDED)[]), 'events' as const]

export type Cells = readonly (string | null)[]
export type TableHead = { readonly table: string; readonly columns: readonly (readonly [string, string])[] }
type Reader = Kysely<Tables> | Transaction<Tables>

/** Names of columns with their types, in order. */
export async function headOf(store: Reader, table: string): Promise<TableHead> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(store)
  return { table, columns: rows.map(({ name, type }) => [name, type] as const) }
}

/** `by`: the column with the number of the entry; left out, the whole table. */
export async function cellsOf(
  store: Reader,
  { table, columns }: TableHead,
  range?: { readonly by: string; readonly after: number; readonly upTo: number },
): Promise<readonly Cells[]> {
  const texts = sql.join(
    columns.map(([name, type]) =>
      name === 'body' && type === 'bytea'
        ? sql`case when body is null then null else '' end`
        : sql`${sql.ref(name)}::text`,
    ),
  )
  const where = range
    ? sql`where ${sql.ref(range.by)} > ${range.after} and ${sql.ref(range.by)} <= ${range.upTo} order by ${sql.ref(range.by)}`
    : table in PART
      ? sql`where ${sql.raw(PART[table] ?? '')}`
      : sql``
  const { rows } = await sql<{ cells: Cells }>`
    select json_build_array(${texts}) as cells from ${sql.table(table)} ${where}`.execute(store)
  return rows.map((one) => one.cells)
}

/** The same for a table of millions, so many rows at a time, as they stood at one moment. */
export async function* cellsInSlices(
  trx: Transaction<Tables>,
  { table, columns }: TableHead,
  atOnce: number,
): AsyncGenerator<readonly Cells[]> {
  const texts = sql.join(columns.map(([name]) => sql`${sql.ref(name)}::text`))
  await sql`declare carried cursor for select json_build_array(${texts}) as cells from ${sql.table(table)}`.execute(
    trx,
  )
  for (;;) {
    const { rows } = await sql<{ cells: Cells }>`fetch ${sql.lit(atOnce)} from carried`.execute(trx)
    if (rows.length === 0) break
    yield rows.map((one) => one.cells)
  }
  await sql`close carried`.execute(trx)
}

const AT_ONCE = 500
const LETTERS_AT_ONCE = 16_000_000

/** Columns are found by name, so that a table whose columns stand in another order takes them too. */
export async function writeCells(
  trx: Transaction<Tables>,
  head: TableHead,
  rows: readonly Cells[],
): Promise<void> {
  const names = sql.join(head.columns.map(([name]) => sql.ref(name)))
  const values = sql.join(
    head.columns.map(([, type], at) => sql`(cells->>${sql.lit(at)})::${sql.raw(checked(type))}`),
  )
  for (const slice of slicesOf(rows))
    await sql`insert into ${sql.table(head.table)} (${names}) select ${values} from jsonb_array_elements(${JSON.stringify(slice)}::jsonb) cells`.execute(
      trx,
    )
}

/** As many as a statement takes, and no more text than memory has room for: a sealed file alone may be of many megabytes. */
function slicesOf(rows: readonly Cells[]): readonly (readonly Cells[])[] {
  const slices: Cells[][] = []
  let letters = 0
  for (const row of rows) {
    const own = row.reduce((sum, cell) => sum + (cell?.length ?? 0), 0)
    const last = slices.at(-1)
    if (last && last.length < AT_ONCE && letters + own <= LETTERS_AT_ONCE) last.push(row)
    else slices.push([row])
    letters = slices.at(-1)?.length === 1 ? own : letters + own
  }
  return slices
}

/** Types come from a file: only names of types are written into a statement. A column of another type cannot be brought back. */
export const TYPES: readonly string[] = [
  'text',
  'bigint',
  'integer',
  'jsonb',
  'boolean',
  'double precision',
  'timestamp with time zone',
  'bytea',
  'text[]',
]
function checked(type: string): string {
  if (!TYPES.includes(type)) throw new Error(`a backup cannot hold a column of type ${type}`)
  return type
}

/** A row as the driver would have read it: what its leaf was made of. */
export const rowOf = ({ columns }: TableHead, cells: Cells): Readonly<Record<string, unknown>> =>
  Object.fromEntries(columns.map(([name, type], at) => [name, readAs(type, cells[at] ?? null)]))

function readAs(type: string, text: string | null): unknown {
  if (text === null) return null
  switch (checked(type)) {
    case 'bigint':
    case 'integer':
    case 'double precision':
      return Number(text)
    case 'jsonb':
      return JSON.parse(text)
    case 'boolean':
      return text === 'true'
    case 'timestamp with time zone':
      return PARSERS[TIMESTAMPTZ]?.(text)
    default:
      return text
  }
}

export async function clearOperational(trx: Transaction<Tables>): Promise<void> {
  for (const table of [...OPERATIONAL].reverse()) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(trx)
    if (rows.length > 0) await sql`delete from ${sql.table(table)}`.execute(trx)
  }
}

/** Keys of all rows that have a body. */
export async function bodyKeys(store: Reader): Promise<readonly BodyKey[]> {
  const all: BodyKey[] = []
  for (const table of Object.keys(BODIES) as BodyTable[]) {
    const key = sql.join(BODIES[table].map((name) => sql`${sql.ref(name)}::text`))
    const { rows } = await sql<{
      key: readonly string[]
    }>`select json_build_array(${key}) as key from ${sql.table(table)} where body is not null`.execute(store)
    all.push(...rows.map((one) => ({ table, key: one.key })))
  }
  return all
}

const isRow = ({ table, key }: BodyKey) =>
  sql.join(
    BODIES[table].map((name, at) => sql`${sql.ref(name)}::text = ${key[at]}`),
    sql` and `,
  )

export async function bodyOf(store: Reader, one: BodyKey): Promise<Uint8Array | null> {
  const { rows } = await sql<{
    body: Uint8Array | null
  }>`select body from ${sql.table(one.table)} where ${isRow(one)}`.execute(store)
  return rows[0]?.body ?? null
}

export async function writeBody(trx: Transaction<Tables>, one: BodyKey, body: Uint8Array): Promise<void> {
  if (!(one.table in BODIES)) throw new Error(`a backup cannot hold a body of ${one.table}`)
  await sql`update ${sql.table(one.table)} set body = ${body} where ${isRow(one)}`.execute(trx)
}

/** Whether nothing was ever made here; with a table, whether it holds nothing or is not there. */
export async function isEmpty(store: Store, table?: 'events'): Promise<boolean> {
  const tables = await store.introspection.getTables()
  if (table === undefined) return tables.length === 0
  if (!tables.some((one) => one.name === table)) return true
  return (await store.selectFrom(table).select('seq').limit(1).executeTakeFirst()) === undefined
}
