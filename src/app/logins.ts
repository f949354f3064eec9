/** The house in; the login out that the public site, the workspace or another machine reads it through. */
import type { Config } from '../config.ts'
import { type Refusal, refuse } from '../core/faults.ts'
import { connect } from '../store/connect.ts'
import { isWalled, openPublicStore } from '../store/public-login.ts'
import { publicationSql, publicTablesSql } from '../store/public-tables-sql.ts'
import { openStaff, type Staff } from '../store/wall.ts'
import { openKnowledge } from './knowledge.ts'
import type { App } from './open-app.ts'

/** What the public site reads through: its own login, where there can be one. */
export const openReader = (app: App): ReturnType<typeof openPublicStore> =>
  openPublicStore(app.store, app.databaseUrl, app.config.publicDatabaseUrl)

/** For a machine that serves the public site and holds nothing else: refused where its login can read any other table. */
export async function openPublicAlone(
  config: Config,
): Promise<Pick<App, 'knowledge' | 'store'> & { readonly close: () => Promise<void> }> {
  const wrong = (problem: string): Refusal => refuse('config.invalid', { problem }, 'DATABASE_PUBLIC_URL')
  if (config.publicDatabaseUrl === '') throw wrong('name the database of the public tables')
  const knowledge = openKnowledge()
  const store = connect(config.publicDatabaseUrl)
  const isWall = await isWalled(store).catch(async (error: unknown) => {
    await store.destroy()
    throw refuse('store.unreachable', { problem: String(error) })
  })
  if (isWall) return { knowledge, store, close: () => store.destroy() }
  await store.destroy()
  throw wrong('this login can read more than the public tables, or less')
}

/** What the workspace reads and writes through: a login held by row-level security, where there can be one. */
export const openDesk = (app: App): Promise<Staff> =>
  openStaff(app.house, app.databaseUrl, app.config.staffDatabaseUrl)

/** What another machine is set up with that serves the public site from a database of its own. */
export const publicDatabaseSql = async (
  { house }: App,
  on: 'primary' | 'public',
): Promise<readonly string[]> => (on === 'primary' ? [publicationSql()] : publicTablesSql(house))
