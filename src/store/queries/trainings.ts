/** Records that somebody can learn on, as far as the wall lets whoever asks see, and how they did. */
import type { Store } from '../connect.ts'
import type { IncidentRow, TrainingRow } from '../tables.ts'
import { RECORD_COLUMNS } from './records.ts'

type Reader = Pick<Store, 'selectFrom'>

/** More than these nobody practises on. */
const MOST = 200
const SETTLED = ['verified', 'cleared', 'published', 'corrected']

/** Verified by a second person, and with no difference of two readings left open. */
export async function settledRows(store: Reader): Promise<readonly IncidentRow[]> {
  const rows = await store
    .selectFrom('incidents')
    .select(RECORD_COLUMNS)
    .where('state', 'in', SETTLED)
    .where('second', '<>', 'differs')
    .where('kind', '<>', 'aggregate')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows as unknown as readonly IncidentRow[]
}

/** Of one account, newest first. */
export const trainingsOf = (house: Reader, account: string): Promise<TrainingRow[]> =>
  house
    .selectFrom('trainings')
    .selectAll()
    .where('account', '=', account)
    .orderBy('done_at', 'desc')
    .execute()
