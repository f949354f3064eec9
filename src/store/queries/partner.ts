/** What withholding let partners read of records that were shared, as far as the wall lets whoever asks see. */
import type { PartnerIncident } from '../../core/public-record.ts'
import type { Store } from '../connect.ts'
import type { PartnerIncidentRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type PartnerRow = Omit<PartnerIncidentRow, 'body'> & { readonly body: PartnerIncident }

// The brand survives storage: nothing but project() writes this table (test/walls.test.ts guards it).
const bodyOf = (row: PartnerIncidentRow): PartnerRow => ({
  ...row,
  body: row.body as unknown as PartnerIncident,
})

export async function partnerRow(store: Reader, id: string): Promise<PartnerRow | null> {
  const row = await store.selectFrom('partner_incidents').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? bodyOf(row) : null
}

export async function partnerRows(store: Reader): Promise<readonly PartnerRow[]> {
  const rows = await store
    .selectFrom('partner_incidents')
    .selectAll()
    .orderBy(
      ({ fn }) => fn.coalesce('date_from', 'date_to'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('id', 'desc')
    .execute()
  return rows.map(bodyOf)
}
