/** Settings in; the database, the files and the data of monitors opened and joined into the context that every use case is handed. */

import { join } from 'node:path'
import { type Clock, systemClock } from '../adapters/clock.ts'
import { dataFolder } from '../adapters/data-folder.ts'
import { openCluster } from '../adapters/embedded/cluster.ts'
import { folderFiles } from '../adapters/file-store.ts'
import { markOf } from '../adapters/restore-mark.ts'
import { type Config, ROOT } from '../config.ts'
import { refuse } from '../core/faults.ts'
import { checkLocale, connect, type Store } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import { houseState } from '../store/queries/house.ts'
import type { Context } from '../usecases/context.ts'
import { openKnowledge } from './knowledge.ts'
import { steadyOf } from './steady.ts'

export const folderOf = (config: Config): string => dataFolder(config.data, ROOT)

export type App = Context & {
  readonly config: Config
  readonly data: string
  /** Address of the database, for the few things that need a second connection. */
  readonly databaseUrl: string
  readonly close: () => Promise<void>
}

/** Opens (or starts) the database, brings it to the newest schema and checks that it keeps Cyrillic. */
export async function openApp(config: Config, clock: Clock = systemClock): Promise<App> {
  if (markOf(folderOf(config))) throw refuse('restore.unfinished', { folder: folderOf(config) })
  const app = await openUnmade(config, clock)
  try {
    await reach(app.house)
    await checkLocale(app.house)
    return { ...app, span: await steadyOf(app) }
  } catch (error) {
    await app.close()
    throw error
  }
}

/** The same without a table in it yet: what a restore writes into. */
export async function openUnmade(config: Config, clock: Clock = systemClock): Promise<App> {
  const data = folderOf(config)
  const knowledge = openKnowledge()
  const cluster = config.databaseUrl === '' ? await openCluster(data) : null
  const databaseUrl = cluster?.url ?? config.databaseUrl
  const store = connect(databaseUrl)
  const close = async (): Promise<void> => {
    await store.destroy()
    await cluster?.leave()
  }
  return {
    store,
    house: store,
    actor: null,
    files: folderFiles(join(data, 'files')),
    clock,
    knowledge,
    maxBytes: config.maxBytes,
    model: config.model,
    sealingRoot: config.sealingRoot,
    config,
    data,
    databaseUrl,
    close,
  }
}

/**
 * The database alone, with nothing of what monitors and lawyers own, which takes seconds to read: for what must not wait. Its
 * schema is left as it is, unless it is one of before there was a house to shut.
 */
export async function openBare(
  config: Config,
): Promise<Pick<Context, 'house' | 'clock'> & { readonly close: () => Promise<void> }> {
  const cluster = config.databaseUrl === '' ? await openCluster(folderOf(config)) : null
  const house = connect(cluster?.url ?? config.databaseUrl)
  const close = async (): Promise<void> => {
    await house.destroy()
    await cluster?.leave()
  }
  try {
    await houseState(house).catch(() => reach(house))
    return { house, clock: systemClock, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function reach(store: Store): Promise<void> {
  try {
    await migrate(store)
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(ECONN|ENOTFOUND|EAI|28|3D)/.test(String(error.code)))
      throw refuse('store.unreachable', { problem: error.message || String(error.code) })
    throw error
  }
}
