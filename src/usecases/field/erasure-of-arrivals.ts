/** Records that are forgotten in; what came sealed from phones and by the form, and was written down in them, without them out. */
import type { Transaction } from 'kysely'
import { ERASED } from '../../core/forgetting.ts'
import type { Json } from '../../core/json.ts'
import type { Tables } from '../../store/tables.ts'

export type Arrivals = {
  /** Forgotten whole: nothing leads to them any more. */
  readonly gone: ReadonlySet<string>
  /** They stay without what is forgotten, as what they were written down from cannot: nobody here can open it. */
  readonly told?: ReadonlySet<string>
  readonly rest: (words: Json) => Json
}

/** The hash of what came stays, so that the same does not come in again. Returns how many rows were changed. */
export async function eraseArrivals(
  trx: Transaction<Tables>,
  { gone, told = new Set(), rest }: Arrivals,
): Promise<number> {
  let changed = 0
  const items = await trx.selectFrom('field_items').select(['id', 'record', 'why']).execute()
  for (const { id, record, why } of items) {
    const isGone = record !== null && gone.has(record)
    const isTold = record !== null && told.has(record)
    const left = why === null ? null : String(rest(why))
    if (!isGone && !isTold && left === why) continue
    await trx
      .updateTable('field_items')
      .set({
        ...(isGone ? { record: null, why: null } : { why: left }),
        ...((isGone || isTold) && { body: null }),
      })
      .where('id', '=', id)
      .execute()
    changed += 1
  }
  for (const { mailbox, record, why } of await trx.selectFrom('intake_triage').selectAll().execute()) {
    const isGone = record !== null && gone.has(record)
    const left = isGone ? ERASED : String(rest(why))
    if (left === why) continue
    await trx
      .updateTable('intake_triage')
      .set({ why: left, ...(isGone && { record: null }) })
      .where('mailbox', '=', mailbox)
      .execute()
    changed += 1
  }
  return changed
}

/** An entry of the log that says into which record something went, without one that is gone. */
export const withoutRecordOf = <T extends { readonly [key: string]: Json }>(
  input: T,
  gone: ReadonlySet<string>,
): T => (typeof input.record === 'string' && gone.has(input.record) ? { ...input, record: ERASED } : input)
