/** Before all tests: one PostgreSQL of the program's own, which waits for no disk and goes with everything in it at the end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openCluster } from '../src/adapters/embedded/cluster.ts'
import { makeTemplate, useServer } from '../src/store/test-stores.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly server: string
  }
}

/** Nothing here outlives the tests, so a crash may take it all. */
const UNSAFE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off', 'jit=off']

/** `url`: as its superuser; worlds of this process are made on it. `close`: with everything in it. */
export async function openTestServer(): Promise<{
  readonly url: string
  readonly close: () => Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-tests-'))
  const cluster = await openCluster(folder, ['max_connections=200', ...UNSAFE])
  useServer(cluster.superuser)
  await makeTemplate()
  return {
    url: cluster.superuser,
    close: async () => {
      await cluster.leave()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export default async function (project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await openTestServer()
  project.provide('server', url)
  return close
}
