/** An empty, migrated schema of its own in the same database, gone when the work is done. */
import { sql } from 'kysely'
import { connect, type Store } from './connect.ts'
import { migrate } from './migrate.ts'
import { changedAddress } from './several-hosts.ts'

const SCHEMA = 'aigaq_scratch'

export async function withScratchStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const main = connect(url)
  // The extension lives in public, so that schema stays reachable behind ours.
  const inScratch = (one: URL): void => one.searchParams.set('options', `-c search_path=${SCHEMA},public`)
  const scratch = connect(changedAddress(url, inScratch))
  try {
    await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(main)
    await sql`create schema ${sql.id(SCHEMA)}`.execute(main)
    await migrate(scratch, SCHEMA)
    return await work(scratch)
  } finally {
    await scratch.destroy()
    await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(main)
    await main.destroy()
  }
}
