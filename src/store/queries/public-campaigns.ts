/** Campaigns as readers have them: one by its id, those of a country or of all, the newest first. */
import type { PublicCampaign } from '../../core/act/public-campaign.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>
/** The brand survives storage: only what withholding made is written to the table. */
const bodyOf = (row: { readonly body: unknown }): PublicCampaign => row.body as PublicCampaign

export async function publicCampaign(store: Reader, id: string): Promise<PublicCampaign | null> {
  const row = await store
    .selectFrom('public_campaigns')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? bodyOf(row) : null
}

export async function publicCampaigns(
  store: Reader,
  country: string | null = null,
): Promise<readonly PublicCampaign[]> {
  const all = store.selectFrom('public_campaigns').select('body')
  const asked = country === null ? all : all.where('country', '=', country)
  const rows = await asked.orderBy('updated', 'desc').orderBy('id').execute()
  return rows.map(bodyOf)
}

/** Whether any record that readers may see names this person. */
export async function isPublicPerson(store: Reader, id: string): Promise<boolean> {
  const row = await store
    .selectFrom('public_things')
    .select('thing')
    .where('kind', '=', 'person')
    .where('thing', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
