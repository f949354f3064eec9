/** Time stamps that were got, and what has none yet of an authority. */
import type { Store } from '../connect.ts'
import type { TimeStampRow } from '../tables.ts'

export const timeStamps = (store: Store): Promise<TimeStampRow[]> =>
  store.selectFrom('time_stamps').selectAll().orderBy('at').orderBy('imprint').execute()

export const stampsOf = (store: Store, imprints: readonly string[]): Promise<TimeStampRow[]> =>
  imprints.length === 0
    ? Promise.resolve([])
    : store
        .selectFrom('time_stamps')
        .selectAll()
        .where('imprint', 'in', [...imprints])
        .orderBy('at')
        .orderBy('authority')
        .execute()

/** SHA-256 of files as received that this authority has not stamped, in the order in which they came. */
export async function filesUnstamped(store: Store, authority: string): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('files')
    .leftJoin('time_stamps', (join) =>
      join.onRef('time_stamps.imprint', '=', 'files.sha256').on('time_stamps.authority', '=', authority),
    )
    .select('files.sha256')
    .where('time_stamps.imprint', 'is', null)
    .orderBy('files.event')
    .execute()
  return rows.map((one) => one.sha256)
}

export async function lastStampOfLog(store: Store, authority: string): Promise<TimeStampRow | undefined> {
  return store
    .selectFrom('time_stamps')
    .selectAll()
    .where('authority', '=', authority)
    .where('stamped', '=', 'checkpoint')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** One that is there already stays: two processes asked. */
export async function keepStamp(store: Store, row: TimeStampRow): Promise<void> {
  await store
    .insertInto('time_stamps')
    .values(row)
    .onConflict((one) => one.doNothing())
    .execute()
}
