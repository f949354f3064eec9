/** Records that are forgotten in; the sealed things that belong to them gone, opened by nobody. Their hashes stay in the log. */
import type { Transaction } from 'kysely'
import type { SealedAbout } from '../../core/sealed/field.ts'
import type { Tables } from '../../store/tables.ts'

export async function eraseSealed(
  trx: Transaction<Tables>,
  records: readonly (readonly [SealedAbout['kind'], string])[],
): Promise<number> {
  let rows = 0
  for (const [kind, id] of records) {
    const gone = await trx
      .deleteFrom('sealed_items')
      .where('about_kind', '=', kind)
      .where('about_id', '=', id)
      .executeTakeFirst()
    rows += Number(gone.numDeletedRows)
  }
  return rows
}
