/** The databases the store tests run on: PGlite in memory, and a real server (our own, or DATABASE_URL). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { type Cluster, openCluster } from '../src/adapters/embedded/cluster.ts'
import { connect, type Store } from '../src/store/connect.ts'
import { memoryStore } from '../src/store/memory.ts'
import { migrate } from '../src/store/migrate.ts'

type Opened = { readonly store: Store }
let memory: Store | undefined
let server:
  | { readonly store: Store; readonly cluster: Cluster | null; readonly folder: string | null }
  | undefined

async function openServer(): Promise<Store> {
  if (server) return server.store
  const given = process.env.AIGAQ_TEST_DATABASE_URL
  const folder = given ? null : mkdtempSync(join(tmpdir(), 'aigaq-test-'))
  const cluster = folder ? await openCluster(folder) : null
  const store = connect(given ?? cluster?.url ?? '')
  server = { store, cluster, folder }
  return store
}

afterAll(async () => {
  await memory?.destroy()
  memory = undefined
  await server?.store.destroy()
  await server?.cluster?.leave()
  if (server?.folder) rmSync(server.folder, { recursive: true, force: true })
  server = undefined
})

export const stores: readonly { readonly name: string; readonly open: () => Promise<Opened> }[] = [
  {
    name: 'PostgreSQL in memory',
    open: async () => {
      memory ??= await memoryStore()
      return { store: memory }
    },
  },
  { name: 'a PostgreSQL server', open: async () => ({ store: await openServer() }) },
]

/** The same store each time, emptied: faster than a new one for each test. */
export async function emptyStore(open: () => Promise<Opened>): Promise<Store> {
  const { store } = await open()
  await sql`drop schema public cascade`.execute(store)
  await sql`create schema public`.execute(store)
  await migrate(store)
  return store
}
