/** A record and whom to let in (an organisation, or one person by handle) in; the door opened, or closed again, out. */
import type { ShareRecord } from '../core/decided.ts'
import { type Fault, Refusal } from '../core/faults.ts'
import { instant, record } from '../store/append.ts'
import { caseRulings } from '../store/queries/cases.ts'
import { loadStatuses } from '../store/queries/statuses.ts'
import { type Context, happeningOf } from './context.ts'

export async function shareRecord(context: Context, decided: ShareRecord): Promise<void> {
  const { by } = decided
  const ids = [...new Set(decided.ids)]
  const [kind, whom] =
    'organisation' in decided.with
      ? ['organisation', decided.with.organisation]
      : ['account', decided.with.account]
  await record(context.store, happeningOf(context, decided), async (writer) => {
    const statuses = await loadStatuses(writer.trx, context.knowledge.codebook.policy.moves, ids)
    // A case is handed to one person and never to an organisation: nothing of it is made for partners.
    const rest = kind === 'account' ? ids.filter((id) => !statuses.has(id)) : []
    const cases = new Set((await caseRulings(writer.trx, rest)).map((one) => one.record))
    const unknown = ids.filter((id) => !statuses.has(id) && !cases.has(id))
    if (unknown.length > 0)
      throw new Refusal(unknown.map((id): Fault => ({ code: 'record.unknown', where: id, params: { id } })))
    const row = { with_kind: kind ?? '', with_id: whom ?? '', ended: decided.ended ?? false }
    await writer.append(
      'shares',
      ids.map((id) => ({ record: id, ...row, by, at: instant(decided.at), why: decided.why ?? null })),
    )
  })
}
