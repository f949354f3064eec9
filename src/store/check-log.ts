/** Entries of the log with the leaves of the rows they wrote, from wherever they were kept, in; every place where something was altered out. */
import { EMPTY, grown, rootOf } from '../core/log/tree.ts'
import { GENESIS } from './append.ts'
import { contentHash, eventHash, hasher, leafOfEntry, rowsHash } from './leaf.ts'
import type { EventRow, TombstoneRow } from './tables.ts'

export type Break = {
  /** The entry; of a checkpoint, how many entries it was signed over. */
  readonly seq: number
  /**
   * chain: the entry does not follow the one before · event: its own content was changed · rows: a row it wrote was ·
   * checkpoint: the log up to here is not the one that was signed, or is shorter.
   */
  readonly kind: 'chain' | 'event' | 'rows' | 'checkpoint'
}
export type Verification = {
  readonly events: number
  readonly rows: number
  /** Rows and inputs whose content was erased through the one door; their hashes still stand. */
  readonly erased: number
  readonly head: string
  /** Of the Merkle tree over all entries (RFC 9162), in hex. */
  readonly root: string
  readonly breaks: readonly Break[]
}

export type Leaves = ReadonlyMap<number, readonly string[]>
/** Some entries in order, and the leaves of all rows that say they were written by one of them, or by one that is missing. */
export type LogSlice = { readonly events: readonly EventRow[]; readonly leaves: Leaves }
/** A tree that was signed once, with its root in hex. */
export type Signed = { readonly size: number; readonly root: string }

export type LogChecked = {
  readonly stones: readonly TombstoneRow[]
  readonly signed: readonly Signed[]
  readonly slices: AsyncIterable<LogSlice> | Iterable<LogSlice>
  /** Gets the number of entries done. */
  readonly progress?: (done: number) => void
}

/** Recomputes every hash; a slice at a time, so that a long log needs little memory. */
export async function checkLog({ stones, signed, slices, progress }: LogChecked): Promise<Verification> {
  const breaks: Break[] = []
  const byEvent = Map.groupBy(stones, (stone) => stone.of_event)
  const roots = new Map<number, Set<string>>()
  for (const one of signed) roots.set(one.size, (roots.get(one.size) ?? new Set()).add(one.root))
  let [previous, expected, rows, events, tree] = [GENESIS, 1, 0, 0, EMPTY]
  const hexRoot = (): string => Buffer.from(rootOf(hasher, tree)).toString('hex')
  for await (const slice of slices) {
    const seen = new Set<number>()
    for (const event of slice.events) {
      if (event.seq !== expected || event.prev_hash !== previous)
        breaks.push({ seq: event.seq, kind: 'chain' })
      const own = byEvent.get(event.seq) ?? []
      if (eventHash(event) !== event.hash || !isContentWhole(event, own))
        breaks.push({ seq: event.seq, kind: 'event' })
      const written = asWritten(slice.leaves.get(event.seq) ?? [], own)
      if (rowsHash(written) !== event.rows_hash) breaks.push({ seq: event.seq, kind: 'rows' })
      seen.add(event.seq)
      rows += written.length
      previous = event.hash
      expected = event.seq + 1
      tree = grown(hasher, tree, leafOfEntry(event.hash))
      const isSigned = roots.get(tree.size)
      if (isSigned && [...isSigned].some((root) => root !== hexRoot()))
        breaks.push({ seq: tree.size, kind: 'checkpoint' })
    }
    for (const seq of slice.leaves.keys()) if (!seen.has(seq)) breaks.push({ seq, kind: 'rows' })
    events += slice.events.length
    progress?.(events)
  }
  for (const size of roots.keys()) if (size > events) breaks.push({ seq: size, kind: 'checkpoint' })
  return { events, rows, erased: stones.length, head: previous, root: hexRoot(), breaks }
}

/** The content is what was hashed; or it was erased, and a tombstone says what stands in its place. */
function isContentWhole(event: EventRow, stones: readonly TombstoneRow[]): boolean {
  const now = contentHash(event.nonce, event.object, event.input)
  if (event.nonce !== null) return now === event.content_hash
  const own = stones.filter((stone) => stone.table_name === 'events')
  return firstOf(now, own) === event.content_hash
}

/** The leaves an event wrote, those since erased or redacted put back from their tombstones. */
function asWritten(leaves: readonly string[], stones: readonly TombstoneRow[]): readonly string[] {
  const own = stones.filter((stone) => stone.table_name !== 'events')
  const removed = own.filter((stone) => stone.new_leaf === null).map((stone) => firstOf(stone.old_leaf, own))
  return [...leaves.map((leaf) => firstOf(leaf, own)), ...removed]
}

/** A row redacted twice has two tombstones: back from the newest leaf to the one that was written. */
function firstOf(leaf: string, stones: readonly TombstoneRow[]): string {
  const before = stones.find((stone) => stone.new_leaf === leaf)
  return before
    ? firstOf(
        before.old_leaf,
        stones.filter((stone) => stone !== before),
      )
    : leaf
}
