/** What a log has signed of itself, who signed besides, and the hashes its tree is made of. */
import type { Store } from '../connect.ts'
import type { CheckpointRow, CosignatureRow, WitnessRow } from '../tables.ts'

/** Hashes of the first `size` entries, in hex, in order; of all where no size is given. */
export async function entryHashes(store: Store, size = Number.MAX_SAFE_INTEGER): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('events')
    .select('hash')
    .where('seq', '<=', size)
    .orderBy('seq')
    .execute()
  return rows.map((one) => one.hash)
}

export const newestCheckpoint = (store: Store): Promise<CheckpointRow | undefined> =>
  store.selectFrom('checkpoints').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()

export const checkpointOf = (store: Store, size: number): Promise<CheckpointRow | undefined> =>
  store.selectFrom('checkpoints').selectAll().where('size', '=', size).executeTakeFirst()

/** One that is there already stays: two writers signed the same tree. */
export async function keepCheckpoint(store: Store, row: CheckpointRow): Promise<void> {
  await store
    .insertInto('checkpoints')
    .values(row)
    .onConflict((one) => one.doNothing())
    .execute()
}

export const cosignaturesOf = (store: Store, size?: number): Promise<CosignatureRow[]> => {
  const all = store.selectFrom('cosignatures').selectAll().orderBy('size').orderBy('at')
  return (size === undefined ? all : all.where('size', '=', size)).execute()
}

export async function keepCosignature(store: Store, row: CosignatureRow): Promise<void> {
  await store
    .insertInto('cosignatures')
    .values(row)
    .onConflict((one) => one.doNothing())
    .execute()
}

/** Witnesses that count today, by name. */
export async function knownWitnesses(store: Store): Promise<readonly WitnessRow[]> {
  const rows = await store.selectFrom('witnesses').selectAll().orderBy('event').execute()
  return [...new Map(rows.map((one) => [one.name, one])).values()].filter((one) => !one.ended)
}
