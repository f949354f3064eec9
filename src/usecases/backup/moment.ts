/** A database in, its rows as they stand at one moment out, though others go on writing. */
import { sql, type Transaction } from 'kysely'
import { refuse } from '../../core/faults.ts'
import { EMPTY, grown, rootOf } from '../../core/log/tree.ts'
import {
  cellsInSlices,
  cellsOf,
  FACTS,
  headOf,
  LONG,
  OPERATIONAL,
  type TableHead,
} from '../../store/carried.ts'
import type { Store } from '../../store/connect.ts'
import { hasher, leafOfEntry } from '../../store/leaf.ts'
import { lastMigration } from '../../store/migrate.ts'
import type { Tables } from '../../store/tables.ts'
import type { Carried } from './segment.ts'

export type Moment = {
  readonly trx: Transaction<Tables>
  readonly entries: number
  /** Of the tree over all entries, in hex. */
  readonly root: string
  readonly schema: string
}

/** Any number, the same everywhere: one backup at a time. */
const BACKUP_LOCK = 4_729_049

export const inOneMoment = <T>(store: Store, work: (moment: Moment) => Promise<T>): Promise<T> =>
  store
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rows } = await sql<{
        taken: boolean
      }>`select pg_try_advisory_xact_lock(${BACKUP_LOCK}) as taken`.execute(trx)
      if (!rows[0]?.taken) throw refuse('backup.running')
      const hashes = await trx.selectFrom('events').select('hash').orderBy('seq').execute()
      const tree = hashes.reduce((all, one) => grown(hasher, all, leafOfEntry(one.hash)), EMPTY)
      const root = Buffer.from(rootOf(hasher, tree)).toString('hex')
      return work({ trx, entries: tree.size, root, schema: await lastMigration(trx) })
    })

/** Entries in (after, upTo] and every row that they wrote. */
export async function rowsBetween(
  trx: Transaction<Tables>,
  after: number,
  upTo: number,
): Promise<readonly Carried[]> {
  const all: Carried[] = []
  for (const table of FACTS) {
    const head = await headOf(trx, table)
    const by = table === 'events' ? 'seq' : 'event'
    all.push({ head, rows: await cellsOf(trx, head, { by, after, upTo }) })
  }
  return all
}

export async function rowsBeside(trx: Transaction<Tables>): Promise<readonly Carried[]> {
  const heads: TableHead[] = []
  const isLong = (table: string): boolean => LONG.some((one) => one === table)
  for (const table of OPERATIONAL) if (!isLong(table)) heads.push(await headOf(trx, table))
  const all: Carried[] = []
  for (const head of heads) all.push({ head, rows: await cellsOf(trx, head) })
  return all
}

const ROWS_AT_ONCE = 50_000

/** The tables that may have millions of rows, a slice at a time. */
export async function* longRowsBeside(trx: Transaction<Tables>): AsyncGenerator<Carried> {
  for (const table of LONG) {
    const head = await headOf(trx, table)
    for await (const rows of cellsInSlices(trx, head, ROWS_AT_ONCE)) yield { head, rows }
  }
}
