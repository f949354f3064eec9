/** The log and every append-only row in the database in, the places where something was altered, removed or slipped in out. */
import { canonical } from '../core/json.ts'
import { checkLog, type Leaves, type LogSlice, type Signed, type Verification } from './check-log.ts'
import type { Store } from './connect.ts'
import { APPENDED, type AppendedTable } from './kinds-of-tables.ts'
import { leafOf, rowsHash } from './leaf.ts'

export type { Break, Verification } from './check-log.ts'

const AT_ONCE = 500

/**
 * Recomputes every hash, in slices, so that a long log needs little memory. `progress` gets events done and in all;
 * `seen`: trees that somebody signed, beside those that are kept here.
 */
export async function verifyLog(
  store: Store,
  progress: (done: number, all: number) => void = () => {},
  seen: readonly Signed[] = [],
): Promise<Verification> {
  const count = await store
    .selectFrom('events')
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  const stones = await store.selectFrom('tombstones').selectAll().execute()
  const signed = await store.selectFrom('checkpoints').select(['size', 'root']).execute()
  return checkLog({
    stones,
    signed: [...signed, ...seen],
    slices: slicesOf(store),
    progress: (done) => progress(done, Number(count.n)),
  })
}

async function* slicesOf(store: Store): AsyncGenerator<LogSlice> {
  for (let after = 0; ; ) {
    const events = await store
      .selectFrom('events')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute()
    const last = events.at(-1)
    // Behind the last entry there may be rows that no entry wrote.
    yield { events, leaves: await leavesOf(store, after, last?.seq ?? Number.MAX_SAFE_INTEGER) }
    if (!last) return
    after = last.seq
  }
}

/** Leaves of the rows of every append-only table written by events in (after, upTo], by event. */
async function leavesOf(store: Store, after: number, upTo: number): Promise<Leaves> {
  const leaves = new Map<number, string[]>()
  for (const table of Object.keys(APPENDED) as AppendedTable[]) {
    const found = await store
      .selectFrom(table)
      .selectAll()
      .where('event', '>', after)
      .where('event', '<=', upTo)
      .execute()
    for (const row of found) {
      const own = leaves.get(row.event)
      if (own) own.push(leafOf(table, row))
      else leaves.set(row.event, [leafOf(table, row)])
    }
  }
  return leaves
}

/** A digest of a table's content without the order of its rows: two stores with equal digests hold the same. */
export const digest = (rows: readonly object[]): string => rowsHash(rows.map((row) => `${canonical(row)}\n`))
