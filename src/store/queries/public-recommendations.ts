/** Recommendations as readers have them: one by its id, those of a country or of all, the newest first. */
import type { PublicRecommendation } from '../../core/recommendation/recommendation.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>
/** The brand survives storage: only what withholding made is written to the table. */
const bodyOf = (row: { readonly body: unknown }): PublicRecommendation => row.body as PublicRecommendation

export async function publicRecommendation(store: Reader, id: string): Promise<PublicRecommendation | null> {
  const row = await store
    .selectFrom('public_recommendations')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? bodyOf(row) : null
}

export async function publicRecommendations(
  store: Reader,
  country: string | null = null,
): Promise<readonly PublicRecommendation[]> {
  const all = store.selectFrom('public_recommendations').select('body')
  const asked = country === null ? all : all.where('country', '=', country)
  const rows = await asked
    .orderBy('said_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map(bodyOf)
}
