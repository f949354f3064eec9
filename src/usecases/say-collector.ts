/** Who collected first what a source says of a record in; one row of the decisions out. The source itself stays as it came in. */
import type { SayCollector } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { instant, record } from '../store/append.ts'
import { collectorFieldOf } from '../store/queries/collectors.ts'
import { type Context, happeningOf } from './context.ts'
import { refuseUnseen } from './decide-draft.ts'

/**
 * A decision on the record, so that a published page changes only after its own clearance. Of one record: a bureau that saw one
 * arrest itself quotes a monitor on the next. Refuses with `record.unknown` where the record is not told in this document.
 */
export async function sayCollector(context: Context, said: SayCollector): Promise<void> {
  const { id, document, collector, by, at, why } = said
  await record(context.store, happeningOf(context, said), async (writer) => {
    await refuseUnseen(writer, id, id, said.seen)
    const told = await writer.trx
      .selectFrom('tellings')
      .select('record')
      .where('record', '=', id)
      .where('document', '=', document)
      .executeTakeFirst()
    if (!told) throw refuse('record.unknown', { id }, id)
    await writer.append('decisions', [
      {
        ...{ record_kind: 'incident', record: id, field: collectorFieldOf(document), verdict: 'stands' },
        ...{ held: [{ value: collector, claims: [], person: null }], by, at: instant(at), why: why ?? null },
      },
    ])
  })
}
