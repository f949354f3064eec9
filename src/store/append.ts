/** The only way to write a fact: rows into append-only tables under one event of the hash-chained log, in one transaction. */
import { type Insertable, sql, type Transaction } from 'kysely'
import { HOME } from '../core/access.ts'
import { refuse } from '../core/faults.ts'
import type { Json } from '../core/json.ts'
import type { Store } from './connect.ts'
import { type AppendedTable, COMPARTMENTED } from './kinds-of-tables.ts'
import { contentHash, eventHash, leafOf, newNonce, rowsHash } from './leaf.ts'
import { stillOpen } from './open-house.ts'
import { isShut } from './queries/house.ts'
import type { EventRow, Tables } from './tables.ts'

export const GENESIS = '0'.repeat(64)
/** Any number, the same everywhere: holders write the log one after the other. */
const LOG_LOCK = 4_729_001

export type Happening = {
  readonly actor: string
  readonly at: string
  readonly useCase: string
  readonly object: string
  readonly input: Json
  /** Compartment that the rows belong to; left out, the house's own. */
  readonly organisation?: string
  /** True for the little that may still be written while the house is shut: coming in, and opening it again. */
  readonly whileShut?: boolean
}
/** The compartment is written by the log, where a table has one. */
type OwnedColumn<T> = T extends (typeof COMPARTMENTED)[number] ? 'organisation' : never
export type Writer = {
  readonly seq: number
  readonly trx: Transaction<Tables>
  readonly append: <T extends AppendedTable>(
    table: T,
    rows: readonly Omit<Insertable<Tables[T]>, 'event' | 'nonce' | OwnedColumn<T>>[],
  ) => Promise<void>
}

/** An instant in the one form that is stored, hashed and read back. */
export const instant = (iso: string): string => new Date(iso).toISOString()

/** PostgreSQL parameters hold 16 bits; wide rows are written in slices. */
const ROWS_AT_ONCE = 500

/** Columns of type jsonb: their values are written as JSON text, strings too. */
export const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'blocks',
  'drafts',
  'mentions',
  'value',
  'held',
  'names',
  'variants',
  'ids',
  'answers',
  'bundle',
  'result',
  'signal',
  'elsewhere',
  'title_in',
  'steps',
  'asks',
  'request',
  'outline',
  'bonds',
  'prints',
  'frozen',
  'speaker',
  'incidents',
  'wording',
  'shown',
  'consent',
  'body',
  'content',
  'answered',
  'signature',
  'demand',
  'tactic',
  'evidence',
  'grade_note',
  'after',
])
const toColumns = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, one]) => [key, JSON_COLUMNS.has(key) ? JSON.stringify(one) : one]),
  )

/**
 * Runs `work` in one transaction; the event is written last and covers every row appended. If anything throws, nothing is
 * written. Writers wait for each other, so that the chain has no forks.
 */
export async function record<T>(
  store: Store,
  happening: Happening,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  if (store.isTransaction) return recordIn(store as Transaction<Tables>, happening, work)
  return store.transaction().execute(async (trx) => {
    const done = await recordIn(trx, happening, work)
    if (happening.whileShut !== true) await stillOpen(trx)
    return done
  })
}

/** Inside a transaction that is open already: several entries of the log then stand or fall together. */
async function recordIn<T>(
  trx: Transaction<Tables>,
  happening: Happening,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  const at = instant(happening.at)
  await sql`select pg_advisory_xact_lock(${LOG_LOCK})`.execute(trx)
  if (happening.whileShut !== true && (await isShut(trx))) throw refuse('house.shut')
  const last = await trx
    .selectFrom('events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const leaves: string[] = []
  const organisation = happening.organisation ?? HOME
  const owner = (table: AppendedTable): object =>
    COMPARTMENTED.some((one) => one === table) ? { organisation } : {}
  const append: Writer['append'] = async (table, rows) => {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const slice = rows
        .slice(from, from + ROWS_AT_ONCE)
        .map((row) => ({ ...row, ...owner(table), event: seq, nonce: newNonce() }))
      for (const row of slice) leaves.push(leafOf(table, row))
      await trx
        .insertInto(table)
        .values(slice.map(toColumns) as never)
        .execute()
    }
  }
  const result = await work({ seq, trx, append })
  const { actor, useCase, object, input } = happening
  const nonce = newNonce()
  const event: Omit<EventRow, 'hash'> = {
    seq,
    at,
    actor,
    organisation: organisation === HOME ? null : organisation,
    use_case: useCase,
    content_hash: contentHash(nonce, object, input),
    nonce,
    object,
    input,
    rows_hash: rowsHash(leaves),
    prev_hash: last?.hash ?? GENESIS,
  }
  const hash = eventHash({ ...event, hash: '' })
  await trx
    .insertInto('events')
    .values({ ...event, input: JSON.stringify(input) as never, hash })
    .execute()
  return result
}
