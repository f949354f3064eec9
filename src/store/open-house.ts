/** Work that writes in, done in one transaction that stands only if the house was open before it and is open when it ends. */
import { sql, type Transaction } from 'kysely'
import { refuse } from '../core/faults.ts'
import type { Store } from './connect.ts'
import { isShut } from './queries/house.ts'
import type { Tables } from './tables.ts'

type Trx = Transaction<Tables>
/** Any number, the same everywhere: of those who end a write, and whoever shuts the house. */
const HOUSE_LOCK = 4_729_002
/** How the database says it from within a statement. */
const SHUT = 'AQ001'

/** Inside a transaction that is open already it belongs to that one, which is asked when it ends. */
export const inOpenHouse = <T>(store: Store, work: (trx: Trx) => Promise<T>): Promise<T> =>
  store.isTransaction
    ? work(store as Trx)
    : store.transaction().execute(async (trx) => {
        if (await isShut(trx)) throw refuse('house.shut')
        const done = await work(trx)
        await stillOpen(trx)
        return done
      })

/**
 * The last of a transaction. What began before somebody shut the house and would end after it is not written: whoever is past
 * this ends in a moment, and whoever shuts the house waits for that moment and for nothing longer. Two statements in one, so
 * that the second sees what stood when the lock was had.
 */
export async function stillOpen(trx: Trx): Promise<void> {
  try {
    await sql
      .raw(
        `do $$ begin
          perform pg_advisory_xact_lock_shared(${HOUSE_LOCK});
          if (select shut from house_state) then raise exception 'shut' using errcode = '${SHUT}'; end if;
        end $$`,
      )
      .execute(trx)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === SHUT) throw refuse('house.shut')
    throw error
  }
}

/** Whoever shuts it: after this nobody ends a write until this transaction has ended. */
export const whileNobodyWrites = (trx: Trx): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${HOUSE_LOCK})`.execute(trx)
