/** Copies asked for, with who agreed and how often each was taken. */
import type { Export } from '../../core/export.ts'
import type { Audience } from '../../core/tier.ts'
import type { Store } from '../connect.ts'

export async function loadExports(store: Pick<Store, 'selectFrom'>, id?: string): Promise<readonly Export[]> {
  const asked = store.selectFrom('exports').selectAll().orderBy('event', 'desc')
  const rows = await (id === undefined ? asked : asked.where('id', '=', id)).execute()
  const agreed = await store.selectFrom('export_consents').select(['export', 'by']).orderBy('event').execute()
  const taken = await store
    .selectFrom('exports_taken')
    .select((one) => ['export', one.fn.countAll<number>().as('n')])
    .groupBy('export')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation,
    audience: row.audience as Audience,
    ids: row.ids,
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    ends: row.ends,
    needsTwo: row.needs_two,
    agreedBy: agreed.filter((one) => one.export === row.id).map((one) => one.by),
    taken: Number(taken.find((one) => one.export === row.id)?.n ?? 0),
  }))
}
