/** What withholding let partners read of records that were shared, as far as the wall lets whoever asks see. */
import type { Store } from '../connect.ts'
import type { PartnerIncidentRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

export async function partnerRow(store: Reader, id: string): Promise<PartnerIncidentRow | null> {
  const row = await store.selectFrom('partner_incidents').selectAll().where('id', '=', id).executeTakeFirst()
  return (row as unknown as PartnerIncidentRow | undefined) ?? null
}

export async function partnerRows(store: Reader): Promise<readonly PartnerIncidentRow[]> {
  const rows = await store
    .selectFrom('partner_incidents')
    .selectAll()
    .orderBy(
      ({ fn }) => fn.coalesce('date_from', 'date_to'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('id', 'desc')
    .execute()
  return rows as unknown as readonly PartnerIncidentRow[]
}
