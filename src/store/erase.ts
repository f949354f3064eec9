/** The one door through which stored content is erased: each changed row leaves a tombstone, so that the log still adds up. */
import { sql } from 'kysely'
import { canonical, type Json } from '../core/json.ts'
import { JSON_COLUMNS, type Writer } from './append.ts'
import { APPENDED, type AppendedTable } from './kinds-of-tables.ts'
import { contentHash, leafOf, newNonce } from './leaf.ts'
import type { EventRow } from './tables.ts'

type Row = { readonly event: number; readonly nonce: string } & Readonly<Record<string, unknown>>

/** Opens the door for the rest of this transaction; outside it the tables stay append-only. */
export const openDoor = (writer: Writer): Promise<unknown> =>
  sql`select set_config('aigaq.door', 'forget', true)`.execute(writer.trx)

/** What a row becomes: itself (nothing to erase), another content under the same key, or nothing. */
export type Change = (row: Row) => Row | null

/** Puts every row of a table through `change`. Returns how many were changed or removed. */
export async function eraseIn(writer: Writer, table: AppendedTable, change: Change): Promise<number> {
  const rows = (await writer.trx
    .selectFrom(table)
    .selectAll()
    .execute()) as readonly unknown[] as readonly Row[]
  let changed = 0
  for (const row of rows) {
    const next = change(row)
    if (next !== null && canonical(next) === canonical(row)) continue
    changed += 1
    const fresh = next && { ...next, nonce: newNonce() }
    const stone = { table_name: table, of_event: row.event, old_leaf: leafOf(table, row) }
    await writer.append('tombstones', [{ ...stone, new_leaf: fresh && leafOf(table, fresh) }])
    await write(writer, table, row, fresh)
  }
  return changed
}

async function write(writer: Writer, table: AppendedTable, row: Row, next: Row | null): Promise<void> {
  const key = sql.join(
    APPENDED[table].map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  )
  if (next === null) {
    await sql`delete from ${sql.table(table)} where ${key}`.execute(writer.trx)
    return
  }
  const changed = Object.entries(next).filter(
    ([column, value]) => canonical(value) !== canonical(row[column]),
  )
  const values = changed.map(([column, value]) => {
    const written = JSON_COLUMNS.has(column) ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`
    return sql`${sql.ref(column)} = ${written}`
  })
  await sql`update ${sql.table(table)} set ${sql.join(values)} where ${key}`.execute(writer.trx)
}

/** The inputs of the log: what an event was given is erased in part or whole; that it happened, when and by whom, stays. */
export async function eraseInputs(
  writer: Writer,
  change: (event: EventRow) => { readonly object: string | null; readonly input: Json },
): Promise<number> {
  const events = await writer.trx.selectFrom('events').selectAll().orderBy('seq').execute()
  let changed = 0
  for (const event of events) {
    const next = change(event)
    if (canonical(next) === canonical({ object: event.object, input: event.input })) continue
    changed += 1
    const old_leaf = event.nonce === null ? contentHash(null, event.object, event.input) : event.content_hash
    const new_leaf = contentHash(null, next.object, next.input)
    await writer.append('tombstones', [{ table_name: 'events', of_event: event.seq, old_leaf, new_leaf }])
    await sql`update events set object = ${next.object}, input = ${JSON.stringify(next.input)}::jsonb, nonce = null where seq = ${event.seq}`.execute(
      writer.trx,
    )
  }
  return changed
}
