/** A server of a test file's own, for what logins and owners may: the one at AIGAQ_TEST_DATABASE_URL, or one that the program makes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Cluster, openCluster } from '../src/adapters/embedded/cluster.ts'
import { connect, type Store } from '../src/store/connect.ts'
import { migrate } from '../src/store/migrate.ts'

let server:
  | {
      readonly store: Store
      readonly url: string
      readonly cluster: Cluster | null
      readonly folder: string | null
    }
  | undefined

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
  await server?.store.destroy()
  await server?.cluster?.leave()
  if (server?.folder) rmSync(server.folder, { recursive: true, force: true })
  server = undefined
}

/** The same store each time, emptied: faster than a new one for each test. */
export async function emptyStore(): Promise<Store> {
  const { store } = await openServer()
  await sql`drop schema public cascade`.execute(store)
  await sql`create schema public`.execute(store)
  await migrate(store)
  return store
}
