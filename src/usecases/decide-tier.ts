/** Who may read a record, decided by itself, in; one row of the decisions out. No value of the record is decided anew by it. */
import type { DecideTier } from '../core/decided.ts'
import { instant, record } from '../store/append.ts'
import { refuseUnknownIncident } from '../store/queries/incidents.ts'
import { TIER_FIELD } from '../store/queries/tiers.ts'
import { type Context, happeningOf } from './context.ts'

export async function decideTier(context: Context, decided: DecideTier): Promise<void> {
  const { id, value, why, by, at } = decided
  await refuseUnknownIncident(context.store, id)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('decisions', [
      {
        ...{ record_kind: 'incident', record: id, field: TIER_FIELD, verdict: 'stands' },
        ...{ held: [{ value, claims: [], person: null }], by, at: instant(at), why },
      },
    ]),
  )
}
