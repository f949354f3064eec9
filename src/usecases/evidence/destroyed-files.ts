/** The tombstones of documents in, the files as received that were destroyed because somebody in them was forgotten out. */
import { ERASED_LETTER } from '../../core/forgetting.ts'
import type { Store } from '../../store/connect.ts'

/** SHA-256 in hex. A text that lost words has a tombstone and the letter that stands for what was erased. */
export async function destroyedFiles(store: Pick<Store, 'selectFrom'>): Promise<ReadonlySet<string>> {
  const rows = await store
    .selectFrom('documents')
    .innerJoin('tombstones', 'tombstones.of_event', 'documents.event')
    .select('documents.sha256')
    .where('tombstones.table_name', '=', 'documents')
    .where('documents.text', 'like', `%${ERASED_LETTER}%`)
    .execute()
  return new Set(rows.map((one) => one.sha256))
}
