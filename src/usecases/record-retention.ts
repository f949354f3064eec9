/** The day until which a record stands in; a row that supersedes the rule of the codebook out. */
import type { RecordRetention } from '../core/decided.ts'
import { instant, record } from '../store/append.ts'
import { refuseUnknownIncident } from '../store/queries/incidents.ts'
import { type Context, happeningOf } from './context.ts'

export async function recordRetention(context: Context, decided: RecordRetention): Promise<void> {
  const { id, until, why, by } = decided
  await refuseUnknownIncident(context.store, id)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('retentions', [{ record: id, until, why, by, at: instant(decided.at) }]),
  )
}
