/** What was ever said of pairs of records, in the order of the log, as far as the wall lets whoever asks see. */
import type { PairVerdict, SaidOfPair } from '../../core/identity/pairs.ts'
import type { Store } from '../connect.ts'

/** What a judgement on two records is kept under, on both sides. */
export const RECORD_KIND = 'incident'

export async function saidOfPairs(store: Pick<Store, 'selectFrom'>): Promise<readonly SaidOfPair[]> {
  const rows = await store
    .selectFrom('judgements')
    .select(['left_id as left', 'right_id as right', 'verdict', 'by', 'at', 'explanation as why', 'blind'])
    .where('left_kind', '=', RECORD_KIND)
    .where('right_kind', '=', RECORD_KIND)
    .orderBy('event')
    .execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as PairVerdict, blind: row.blind === true }))
}

/** Records in the order in which they were first told: the first of a group keeps its address. */
export async function inOrderMade(
  store: Pick<Store, 'selectFrom'>,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('tellings')
    .select((one) => ['record', one.fn.min('event').as('event')])
    .where('record', 'in', ids)
    .groupBy('record')
    .execute()
  return rows
    .toSorted((a, b) => Number(a.event) - Number(b.event) || (a.record < b.record ? -1 : 1))
    .map((one) => one.record)
}
