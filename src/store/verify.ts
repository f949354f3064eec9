/** The log and every append-only row in, the places where something was altered, removed or slipped in out. */
import { canonical } from '../core/json.ts'
import { GENESIS } from './append.ts'
import type { Store } from './connect.ts'
import { contentHash, eventHash, leafOf, rowsHash } from './leaf.ts'
import { APPENDED, type AppendedTable, type EventRow, type TombstoneRow } from './tables.ts'

export type Break = {
  readonly seq: number
  /** chain: the event does not follow the one before · event: its own content was changed · rows: a row it wrote was. */
  readonly kind: 'chain' | 'event' | 'rows'
}
export type Verification = {
  readonly events: number
  readonly rows: number
  /** Rows and inputs whose content was erased through the one door; their hashes still stand. */
  readonly erased: number
  readonly head: string
  readonly breaks: readonly Break[]
}

const AT_ONCE = 500

/** Recomputes every hash, in slices, so that a long log needs little memory. `progress` gets events done and in all. */
export async function verifyLog(
  store: Store,
  progress: (done: number, all: number) => void = () => {},
): Promise<Verification> {
  const count = await store
    .selectFrom('events')
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  const all = Number(count.n)
  const stones = await store.selectFrom('tombstones').selectAll().execute()
  const breaks: Break[] = []
  let [previous, expected, rows, done] = [GENESIS, 1, 0, 0]
  for (let after = 0; ; ) {
    const events = await store
      .selectFrom('events')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute()
    const last = events.at(-1)
    if (!last) break
    const leaves = await leavesOf(store, after, last.seq)
    for (const event of events) {
      if (event.seq !== expected || event.prev_hash !== previous)
        breaks.push({ seq: event.seq, kind: 'chain' })
      if (eventHash(event) !== event.hash || !isContentWhole(event, stones))
        breaks.push({ seq: event.seq, kind: 'event' })
      const written = asWritten(leaves.get(event.seq) ?? [], event.seq, stones)
      if (rowsHash(written) !== event.rows_hash) breaks.push({ seq: event.seq, kind: 'rows' })
      leaves.delete(event.seq)
      rows += written.length
      previous = event.hash
      expected = event.seq + 1
    }
    for (const seq of leaves.keys()) breaks.push({ seq, kind: 'rows' })
    after = last.seq
    done += events.length
    progress(done, all)
  }
  for (const seq of (await leavesOf(store, expected - 1, Number.MAX_SAFE_INTEGER)).keys())
    breaks.push({ seq, kind: 'rows' })
  return { events: all, rows, erased: stones.length, head: previous, breaks }
}

/** The content is what was hashed; or it was erased, and a tombstone says what stands in its place. */
function isContentWhole(event: EventRow, stones: readonly TombstoneRow[]): boolean {
  const now = contentHash(event.nonce, event.object, event.input)
  if (event.nonce !== null) return now === event.content_hash
  const own = stones.filter((stone) => stone.table_name === 'events' && stone.of_event === event.seq)
  return firstOf(now, own) === event.content_hash
}

/** The leaves an event wrote, those since erased or redacted put back from their tombstones. */
function asWritten(
  leaves: readonly string[],
  seq: number,
  stones: readonly TombstoneRow[],
): readonly string[] {
  const own = stones.filter((stone) => stone.of_event === seq && stone.table_name !== 'events')
  const removed = own.filter((stone) => stone.new_leaf === null).map((stone) => firstOf(stone.old_leaf, own))
  return [...leaves.map((leaf) => firstOf(leaf, own)), ...removed]
}

/** A row redacted twice has two tombstones: back from the newest leaf to the one that was written. */
function firstOf(leaf: string, stones: readonly TombstoneRow[]): string {
  const before = stones.find((stone) => stone.new_leaf === leaf)
  return before ? firstOf(before.old_leaf, stones) : leaf
}

/** Leaves of the rows of every append-only table written by events in (after, upTo], by event. */
async function leavesOf(store: Store, after: number, upTo: number): Promise<Map<number, string[]>> {
  const leaves = new Map<number, string[]>()
  for (const table of Object.keys(APPENDED) as AppendedTable[]) {
    const found = await store
      .selectFrom(table)
      .selectAll()
      .where('event', '>', after)
      .where('event', '<=', upTo)
      .execute()
    for (const row of found) leaves.set(row.event, [...(leaves.get(row.event) ?? []), leafOf(table, row)])
  }
  return leaves
}

/** A digest of a table's content without the order of its rows: two stores with equal digests hold the same. */
export const digest = (rows: readonly object[]): string => rowsHash(rows.map((row) => `${canonical(row)}\n`))
