/** The log and every append-only row in, the places where something was altered, removed or slipped in out. */
import { canonical } from '../core/json.ts'
import { eventHash, GENESIS, rowLine, rowsHash } from './append.ts'
import type { Store } from './connect.ts'
import { APPENDED, type AppendedTable } from './tables.ts'

export type Break = {
  readonly seq: number
  /** chain: the event does not follow the one before · event: its own content was changed · rows: a row it wrote was. */
  readonly kind: 'chain' | 'event' | 'rows'
}
export type Verification = {
  readonly events: number
  readonly rows: number
  readonly head: string
  readonly breaks: readonly Break[]
}

const AT_ONCE = 500

/** Recomputes every hash, in slices, so that a long log needs little memory. `progress` gets events done and in all. */
export async function verifyLog(
  store: Store,
  progress: (done: number, all: number) => void = () => {},
): Promise<Verification> {
  const all = Number(
    (
      await store
        .selectFrom('events')
        .select((e) => e.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
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
    const lines = await linesOf(store, after, last.seq)
    for (const event of events) {
      const { hash, ...content } = event
      if (event.seq !== expected || event.prev_hash !== previous)
        breaks.push({ seq: event.seq, kind: 'chain' })
      if (eventHash(content) !== hash) breaks.push({ seq: event.seq, kind: 'event' })
      const written = lines.get(event.seq) ?? []
      if (rowsHash(written) !== event.rows_hash) breaks.push({ seq: event.seq, kind: 'rows' })
      lines.delete(event.seq)
      rows += written.length
      previous = hash
      expected = event.seq + 1
    }
    for (const seq of lines.keys()) breaks.push({ seq, kind: 'rows' })
    after = last.seq
    done += events.length
    progress(done, all)
  }
  for (const seq of (await linesOf(store, expected - 1, Number.MAX_SAFE_INTEGER)).keys())
    breaks.push({ seq, kind: 'rows' })
  return { events: all, rows, head: previous, breaks }
}

/** Rows of every append-only table written by events in (after, upTo], as hashed lines by event. */
async function linesOf(store: Store, after: number, upTo: number): Promise<Map<number, string[]>> {
  const lines = new Map<number, string[]>()
  for (const table of Object.keys(APPENDED) as AppendedTable[]) {
    const found = await store
      .selectFrom(table)
      .selectAll()
      .where('event', '>', after)
      .where('event', '<=', upTo)
      .execute()
    for (const row of found) lines.set(row.event, [...(lines.get(row.event) ?? []), rowLine(table, row)])
  }
  return lines
}

/** A digest of a table's content without the order of its rows: two stores with equal digests hold the same. */
export const digest = (rows: readonly object[]): string => rowsHash(rows.map((row) => `${canonical(row)}\n`))
