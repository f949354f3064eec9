/** The real database in memory, for tests: PGlite, migrated, with the same parsers as the server. */
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect } from 'kysely'
import { PARSERS, type Store } from './connect.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'
import { TELL, told, type Wall } from './wall.ts'

const behindStore = new Map<Store, PGlite>()
/** A migrated database as it lies on a disk: opened again, it costs a quarter of one that is made anew. */
let migrated: Promise<Blob> | undefined

export async function memoryStore(): Promise<Store> {
  migrated ??= migratedFiles()
  return opened({ loadDataDir: await migrated })
}

/** Databases in memory hold half a gigabyte each until they are closed. */
export async function closeMemoryStores(): Promise<void> {
  const open = [...behindStore].flatMap(([store, pglite]) => (pglite.closed ? [] : [store]))
  behindStore.clear()
  await Promise.all(open.map((store) => store.destroy()))
}

/** Without a table in it. */
export const unmadeStore = (): Promise<Store> => opened()

async function opened(from: { readonly loadDataDir?: Blob } = {}): Promise<Store> {
  const pglite = await PGlite.create({
    ...from,
    extensions: { pg_trgm },
    parsers: { ...PARSERS } as Record<number, (text: string) => unknown>,
  })
  const store = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  behindStore.set(store, pglite)
  return store
}

async function migratedFiles(): Promise<Blob> {
  const store = await opened()
  await migrate(store)
  const files = await behindStore.get(store)?.dumpDataDir('none')
  await store.destroy()
  if (!files) throw new Error('not a store in memory')
  return files
}

/** What TELL says, with its values written out, for the length of a transaction. */
const tellLocally = (wall: Wall): string => {
  const values = [...told(wall), 'true']
  return TELL.replace(/\$(\d)/g, (_, at) => `'${values[at - 1]?.replaceAll("'", "''")}'`)
}

/** The same database as staff behind a wall see it: each query becomes a member of the group first. */
export function memoryStaff(store: Store, wall: Wall): Store {
  const pglite = behindStore.get(store)
  if (!pglite) throw new Error('not a store in memory')
  // In one message: prepared one by one, these two cost more than most of the questions themselves.
  const become = `set local role aigaq_staff; ${tellLocally(wall)}`
  const behind = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> =>
    pglite.transaction(async (trx) => {
      await trx.exec(become)
      return work(trx)
    }) as Promise<T>
  const walled = {
    closed: false,
    ready: true,
    waitReady: Promise.resolve(),
    close: async () => {},
    query: <T>(...asked: Parameters<Transaction['query']>) => behind((trx) => trx.query<T>(...asked)),
    transaction: behind,
  }
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: walled as never }) })
}
