/** What readers see of the actions of a campaign; null: nothing was counted yet, or numbers are switched off. */
import type { ShownActions } from '../../core/act/shown-actions.ts'
import type { Store } from '../connect.ts'

export async function publicActions(
  store: Pick<Store, 'selectFrom'>,
  campaign: string,
): Promise<ShownActions | null> {
  const row = await store
    .selectFrom('public_action_counts')
    .select('body')
    .where('campaign', '=', campaign)
    .executeTakeFirst()
  return row ? (row.body as unknown as ShownActions) : null
}
