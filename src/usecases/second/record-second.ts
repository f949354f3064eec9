/** A blind second coding in; one row that keeps it with how far it agrees with what stood then, out. The record stays as it was. */

import type { SecondReading } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { canonical } from '../../core/json.ts'
import { compare } from '../../review/compare.ts'
import { wantedFields } from '../../review/decided-values.ts'
import { instant, record } from '../../store/append.ts'
import { loadIncidents } from '../../store/queries/incidents.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { loadStatuses } from '../../store/queries/statuses.ts'
import type { SecondHeld } from '../../store/tables.ts'
import { type Context, happeningOf, packOf } from '../context.ts'
import { agreementCounts } from './standing-of-second.ts'

export async function recordSecond(context: Context, decided: SecondReading): Promise<void> {
  const { id, by } = decided
  const pack = packOf(context.knowledge, decided.country)
  const people = await loadPeople(context.store)
  const unknown = decided.people.find((one) => one.id !== undefined && !people.has(one.id))
  if (unknown) throw refuse('record.unknown', { id: unknown.id ?? '' }, id)
  const wanted = [...wantedFields(decided, pack, people).values()].flat()
  await record(context.store, happeningOf(context, decided), async (writer) => {
    // Behind the lock of the log: what it is held against is what stood when it was written.
    const [incident] = await loadIncidents(writer.trx, [id])
    const status = (await loadStatuses(writer.trx, context.knowledge.codebook.policy.moves, [id])).get(id)
    const document = incident?.tellings.find((one) => one.document === decided.document)?.document
    if (!incident || !status || !document) throw refuse('record.unknown', { id }, id)
    if (status.coders.includes(by)) throw refuse('second.own', { id }, id)
    const known = await writer.trx
      .selectFrom('second_readings')
      .select('by')
      .where('record', '=', id)
      .executeTakeFirst()
    if (known) throw refuse('second.done', { id }, id)
    const newest = await writer.trx
      .selectFrom('decisions')
      .select((one) => one.fn.max('event').as('event'))
      .where('record_kind', '=', 'incident')
      .where('record', '=', id)
      .executeTakeFirst()
    await writer.append('second_readings', [
      {
        record: id,
        document,
        held: JSON.parse(canonical(wanted)) as readonly SecondHeld[],
        of_event: Number(newest?.event ?? 0),
        ...agreementCounts(compare(incident, wanted, document, people)),
        by,
        at: instant(decided.at),
      },
    ])
  })
}
