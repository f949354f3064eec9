/** The bytes as received and the log's inputs in, tiers 2 to 6 made again in an empty store and compared with the first out. */
import { stoppedClock } from '../adapters/clock.ts'
import type { Decided } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import type { Store } from '../store/connect.ts'
import { withScratchStore } from '../store/scratch.ts'
import { APPENDED, type AppendedTable, DERIVED, type EventRow, type Tables } from '../store/tables.ts'
import { digest } from '../store/verify.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { FIX_MARGINS, recordMargins, type Setting } from './fix-margins.ts'
import { type ImportReport, importReport } from './import-report.ts'
import { refresh } from './refresh.ts'

export type Comparison = { readonly table: keyof Tables; readonly rows: number; readonly same: boolean }
export type Replayed = {
  readonly events: number
  readonly tables: readonly Comparison[]
  readonly same: boolean
}

/**
 * `target` must be migrated and empty. What differs was altered, or is read otherwise by the rules of today. A log from
 * which something was erased cannot be played from its beginning: what is gone is gone.
 */
export async function replay(
  context: Context,
  target: Store,
  progress: (done: number, all: number) => void = () => {},
): Promise<Replayed> {
  const erased = (await contentOf(context.store, 'tombstones')).length
  if (erased > 0) throw refuse('log.erased', { n: erased })
  const events = await context.store.selectFrom('events').selectAll().orderBy('seq').execute()
  for (const [index, event] of events.entries()) {
    await again({ ...context, store: target, clock: stoppedClock(event.at) }, event)
    progress(index + 1, events.length)
  }
  await refresh({ ...context, store: target })
  const tables: Comparison[] = []
  for (const table of ['events' as const, ...(Object.keys(APPENDED) as AppendedTable[]), ...DERIVED]) {
    const [first, second] = [await contentOf(context.store, table), await contentOf(target, table)]
    tables.push({ table, rows: first.length, same: digest(first) === digest(second) })
  }
  return { events: events.length, tables, same: tables.every((one) => one.same) }
}

/** The same in a scratch schema of the database at `url`, gone afterwards. */
export const replayBeside = (
  context: Context,
  url: string,
  progress?: (done: number, all: number) => void,
): Promise<Replayed> => withScratchStore(url, (target) => replay(context, target, progress))

async function again(context: Context, event: EventRow): Promise<void> {
  if (event.use_case === 'decide') return decide(context, event.input as unknown as Decided)
  if (event.use_case === FIX_MARGINS)
    return recordMargins(context, { ...(event.input as unknown as Setting), by: event.actor })
  if (event.use_case !== 'import-report')
    throw new Error(`the log holds a use case that cannot be replayed: ${event.use_case}`)
  const { sha256, ...given } = event.input as unknown as Omit<ImportReport, 'bytes'> & {
    readonly sha256: string
  }
  const bytes = context.files.get(sha256)
  if (!bytes) throw new Error(`the file ${sha256} of event ${event.seq} is missing`)
  await importReport(context, { ...given, bytes })
}

/** What differs between two stores that hold the same: numbers the database deals out, nonces, and hashes over nonces. */
const BY_CHANCE = ['nonce', 'content_hash', 'rows_hash', 'prev_hash', 'hash']

/** Rows as far as they do not depend on chance. */
export async function contentOf(store: Store, table: keyof Tables): Promise<readonly object[]> {
  const rows: readonly object[] = await store.selectFrom(table).selectAll().execute()
  const left = table === 'public_measures' ? [...BY_CHANCE, 'id'] : BY_CHANCE
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !left.includes(column))),
  )
}
