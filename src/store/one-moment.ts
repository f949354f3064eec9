/** A moment of the database in, work on it out: whatever is written meanwhile, every connection that is told of the moment reads the same. */
import { sql } from 'kysely'
import type { Store } from './connect.ts'

export const atOneMoment = <T>(store: Store, work: (moment: Store) => Promise<T>): Promise<T> =>
  store.transaction().setIsolationLevel('repeatable read').execute(work)

/** What other connections are told; it holds as long as the transaction is open. */
export async function shareMoment(moment: Store): Promise<string> {
  const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(moment)
  return rows[0]?.id ?? ''
}

/** `shared`: what `shareMoment` gave on another connection. */
export const atSharedMoment = <T>(
  store: Store,
  shared: string,
  work: (moment: Store) => Promise<T>,
): Promise<T> =>
  atOneMoment(store, async (moment) => {
    if (!/^[\w-]+$/.test(shared)) throw new Error(`no moment: ${shared}`)
    await sql.raw(`set transaction snapshot '${shared}'`).execute(moment)
    return work(moment)
  })
