/** The real database in memory, for tests: PGlite, migrated, with the same parsers as the server. */
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect } from 'kysely'
import { PARSERS, type Store } from './connect.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

export async function memoryStore(): Promise<Store> {
  const pglite = await PGlite.create({
    extensions: { pg_trgm },
    parsers: { ...PARSERS } as Record<number, (text: string) => unknown>,
  })
  const store = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  await migrate(store)
  return store
}
