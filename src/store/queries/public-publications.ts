/** Publications as readers have them: one by its id, those of a country or of all, the newest first. */
import type { Public } from '../../core/public-record.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>
/** The brand survives storage: only what withholding made is written to the table. `T`: of the stage that renders it. */
const bodyOf = <T>(row: { readonly body: unknown }): Public<T> => row.body as Public<T>

export async function publicPublication<T>(store: Reader, id: string): Promise<Public<T> | null> {
  const row = await store
    .selectFrom('public_publications')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? bodyOf<T>(row) : null
}

export async function publicPublications<T>(
  store: Reader,
  country: string | null = null,
): Promise<readonly Public<T>[]> {
  const all = store.selectFrom('public_publications').select('body')
  const asked = country === null ? all : all.where('country', '=', country)
  const rows = await asked.orderBy('updated', 'desc').orderBy('id').execute()
  return rows.map((row) => bodyOf<T>(row))
}
