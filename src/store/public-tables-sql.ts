/** A database of ours in, the SQL that makes an empty one of the public tables alone out: fed by logical replication, it has nothing to lose. */
import { sql } from 'kysely'
import type { Store } from './connect.ts'
import { DERIVED } from './kinds-of-tables.ts'

export const PUBLIC_TABLES: readonly string[] = DERIVED.filter((one) => one.startsWith('public_'))
export const PUBLICATION = 'aigaq_public'

type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly required: boolean
}
type Made = { readonly table: string; readonly statement: string }

/** No key points out of a table, and nothing is generated: rows come as they are, in whatever order. */
export async function publicTablesSql(store: Store): Promise<readonly string[]> {
  const names = sql`array[${sql.join(PUBLIC_TABLES)}]::text[]`
  const { rows: columns } = await sql<Column>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relname = any(${names}) and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(store)
  const { rows: indexes } = await sql<Made>`
    select c.relname as table, pg_get_indexdef(i.indexrelid) as statement
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = current_schema()::regnamespace and c.relname = any(${names}) and not i.indisprimary
    order by 1, 2`.execute(store)
  const { rows: keys } = await sql<Made>`
    select c.relname as table, pg_get_constraintdef(k.oid) as statement
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = current_schema()::regnamespace and c.relname = any(${names}) and k.contype = 'p'`.execute(
    store,
  )
  return [
    'create extension if not exists pg_trgm',
    ...PUBLIC_TABLES.map((table) => {
      const own = columns
        .filter((one) => one.table === table)
        .map(({ name, type, required }) => `  ${name} ${type}${required ? ' not null' : ''}`)
      const key = keys.filter((one) => one.table === table).map((one) => `  ${one.statement}`)
      return `create table ${table} (\n${[...own, ...key].join(',\n')}\n)`
    }),
    ...indexes.map((one) => one.statement),
  ]
}

/** On the primary: what is published, and nothing else. */
export const publicationSql = (): string =>
  `create publication ${PUBLICATION} for table ${PUBLIC_TABLES.join(', ')}`
