/** The databases the store tests run on: PGlite in memory, and a real server (our own, or DATABASE_URL). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Cluster, openCluster } from '../src/adapters/embedded/cluster.ts'
import { connect, type Store } from '../src/store/connect.ts'
import { memoryStore } from '../src/store/memory.ts'
import { migrate } from '../src/store/migrate.ts'

type Opened = { readonly store: Store }
let memory: Store | undefined
let server:
  | {
      readonly store: Store
      readonly url: string
      readonly cluster: Cluster | null
      readonly folder: string | null
    }
  | undefined

/** A real server: the one at AIGAQ_TEST_DATABASE_URL, or one of our own for the length of a test file. */
export async function openServer(): Promise<{ readonly store: Store; readonly url: string }> {
  if (server) return server
  const given = process.env.AIGAQ_TEST_DATABASE_URL
  const folder = given ? null : mkdtempSync(join(tmpdir(), 'aigaq-test-'))
  const cluster = folder ? await openCluster(folder) : null
  const url = given ?? cluster?.url ?? ''
  server = { store: connect(url), url, cluster, folder }
  return server
}

/** After each test file: whatever another file opens is its own. */
export async function closeStores(): Promise<void> {
  await memory?.destroy()
  memory = undefined
  await server?.store.destroy()
  await server?.cluster?.leave()
  if (server?.folder) rmSync(server.folder, { recursive: true, force: true })
  server = undefined
}

export const stores: readonly { readonly name: string; readonly open: () => Promise<Opened> }[] = [
  {
    name: 'PostgreSQL in memory',
    open: async () => {
      memory ??= await memoryStore()
      return { store: memory }
    },
  },
  { name: 'a PostgreSQL server', open: openServer },
]

/** The same store each time, emptied: faster than a new one for each test. */
export async function emptyStore(open: () => Promise<Opened>): Promise<Store> {
  const { store } = await open()
  await sql`drop schema public cascade`.execute(store)
  await sql`create schema public`.execute(store)
  await migrate(store)
  return store
}
