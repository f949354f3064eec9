/** An address in, a query builder out; int8 as number, instants as ISO strings, on every driver alike. */
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import pg from 'pg'
import { refuse } from '../core/faults.ts'
import { addressesIn, firstThatWrites, refuseStandby } from './several-hosts.ts'
import type { Tables } from './tables.ts'

export type Store = Kysely<Tables>

export const INT8 = 20
export const TIMESTAMPTZ = 1184
/** How both drivers turn these types into JavaScript: int8 stays exact up to 2^53, an instant becomes ISO in UTC. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: Number,
  [TIMESTAMPTZ]: (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
}

export const connect = (url: string): Store =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(url) }) })

/** Asks no longer than this for a connection, where another server may take the place of one that does not answer. */
const PATIENCE_MS = 2_000

export function poolOf(url: string): PostgresPool {
  const addresses = addressesIn(url)
  const [only] = addresses
  if (addresses.length === 1 && only !== undefined) return onePool(only, {}) as unknown as PostgresPool
  const onlyPrimary = { connectionTimeoutMillis: PATIENCE_MS, verify: refuseStandby }
  return firstThatWrites(addresses.map((one) => onePool(one, onlyPrimary)))
}

function onePool(url: string, more: object): pg.Pool {
  const parserOf = (oid: number, format?: 'text' | 'binary'): unknown =>
    (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format ?? 'text')
  const types = { getTypeParser: parserOf } as pg.CustomTypesConfig
  const pool = new pg.Pool({ connectionString: url, max: 8, types, application_name: 'aigaq', ...more })
  pool.on('error', () => {})
  // A server that dies fails the question that was put to it; said a second time, by the connection itself, it would end the program.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Refuses a database whose locale loses Cyrillic: names could then not be found again. */
export async function checkLocale(store: Store): Promise<void> {
  const { rows } = await sql<{
    likeness: number
  }>`select similarity('ҚАСЫМОВА', 'Қасымова') as likeness`.execute(store)
  if (rows[0]?.likeness !== 1) throw refuse('store.locale')
}
