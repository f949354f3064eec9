/** The bytes as received and the log's inputs in, tiers 2 to 6 made again in an empty store and compared with the first out. */
import { stoppedClock } from '../adapters/clock.ts'
import type { Decided } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { record } from '../store/append.ts'
import type { Store } from '../store/connect.ts'
import { APPENDED, type AppendedTable, DERIVED } from '../store/kinds-of-tables.ts'
import { withScratchStore } from '../store/scratch.ts'
import type { EventRow, Tables } from '../store/tables.ts'
import { digest } from '../store/verify.ts'
import { ACCOUNT_PREFIX } from './accounts/change.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { EVIDENCE_PREFIX } from './evidence/copy-for-others.ts'
import { isExportLine, keepExport } from './exports/keep-export.ts'
import { FIX_MARGINS, recordMargins, type Setting } from './fix-margins.ts'
import { IMPORT_DATA, keepRecord, type RecordFromElsewhere } from './import-data/keep-record.ts'
import { type ImportReport, importReport } from './import-report.ts'
import { keepList, type ProposedList } from './lists/propose-list.ts'
import { READ_LIST } from './lists/remembered.ts'
import { KNOW_WITNESS, type Knowing, knowWitness } from './log/know-witness.ts'
import { type KeptReading, keepReading, READ_WITH_MODEL } from './model/read-with-model.ts'
import { refresh } from './refresh.ts'
import { SEALED_PREFIX } from './sealed/recipients.ts'

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
    await again(asThen(context, target, event), event)
    progress(index + 1, events.length)
  }
  await refresh({ ...context, store: target, house: target })
  const tables: Comparison[] = []
  for (const table of ['events' as const, ...(Object.keys(APPENDED) as AppendedTable[]), ...DERIVED]) {
    // Made of rows that stand beside the log, whose entries have a time of day.
    if (table === 'public_action_counts') continue
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

/** The store that is made again, on the day of the entry, in the name of whoever made it. */
const asThen = (context: Context, target: Store, event: EventRow): Context => ({
  ...context,
  store: target,
  house: target,
  clock: stoppedClock(event.at),
  actor:
    event.organisation === null
      ? null
      : { account: '', handle: event.actor, organisation: event.organisation, role: 'monitor' },
})

async function again(context: Context, event: EventRow): Promise<void> {
  const isNoted = [ACCOUNT_PREFIX, SEALED_PREFIX, EVIDENCE_PREFIX].some((one) =>
    event.use_case.startsWith(one),
  )
  if (isNoted) return noteAgain(context, event)
  if (event.use_case === 'decide') return decide(context, event.input as unknown as Decided)
  if (isExportLine(event.input)) return keepExport(context, event.input)
  if (event.use_case === FIX_MARGINS)
    return recordMargins(context, { ...(event.input as unknown as Setting), by: event.actor })
  if (event.use_case === READ_WITH_MODEL)
    return keepReading(context, event.input as unknown as KeptReading, event.actor)
  if (event.use_case === KNOW_WITNESS) {
    await knowWitness(context, event.input as unknown as Knowing, event.actor)
    return
  }
  if (event.use_case === READ_LIST)
    return keepList(context, event.input as unknown as ProposedList, event.actor)
  if (event.use_case === IMPORT_DATA)
    return keepRecord(context, event.input as unknown as RecordFromElsewhere, event.actor)
  if (event.use_case !== 'import-report')
    throw new Error(`the log holds a use case that cannot be replayed: ${event.use_case}`)
  const { sha256, ...given } = event.input as unknown as Omit<ImportReport, 'bytes'> & {
    readonly sha256: string
  }
  const bytes = context.files.get(sha256)
  if (!bytes) throw new Error(`the file ${sha256} of event ${event.seq} is missing`)
  await importReport(context, { ...given, bytes })
}

/** Accounts hold secrets that the log must not know, and what is sealed is in no log: only that something was done comes again. */
const noteAgain = (context: Context, event: EventRow): Promise<void> =>
  record(
    context.store,
    {
      actor: event.actor,
      at: event.at,
      useCase: event.use_case,
      object: event.object ?? '',
      input: event.input,
    },
    async () => {},
  )

/** What differs between two stores that hold the same: numbers the database deals out, nonces, and hashes over nonces. */
const BY_CHANCE = ['nonce', 'content_hash', 'rows_hash', 'prev_hash', 'hash']
const DEALT_OUT: Partial<Record<keyof Tables, readonly string[]>> = {
  public_measures: ['id'],
  public_search: ['nth'],
}

/** Rows as far as they do not depend on chance. */
export async function contentOf(store: Store, table: keyof Tables): Promise<readonly object[]> {
  const rows: readonly object[] = await store.selectFrom(table).selectAll().execute()
  const left = [...BY_CHANCE, ...(DEALT_OUT[table] ?? [])]
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !left.includes(column))),
  )
}
