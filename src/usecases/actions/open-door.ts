/** What somebody wants to do in; the campaign that takes it with its key out, or a refusal that says why nothing is taken. */
import type { CampaignKey } from '../../adapters/campaign-key.ts'
import type { OnlineKind } from '../../core/act/actions.ts'
import type { ActionDoor } from '../../core/act/door.ts'
import { refuse } from '../../core/faults.ts'
import { isShut } from '../../store/queries/house.ts'
import type { Actions } from './actions.ts'
import { switchesNow } from './rule-on-actions.ts'

type Wanted = {
  readonly campaign: string
  readonly kind: OnlineKind
  readonly where: 'inside' | 'outside' | null
}

/** Where somebody is, they say themselves: no address of the network is looked at, and a reader of Tor is asked like anybody. */
export async function openDoor(
  actions: Actions,
  { campaign, kind, where }: Wanted,
): Promise<{ readonly door: ActionDoor; readonly key: CampaignKey }> {
  const door = await actions.door(campaign)
  if (!door) throw refuse('page.not-found')
  const key = await keyNow(actions, door, kind)
  if (!key) throw refuse('action.shut')
  if (where === null) throw refuse('action.where')
  if (where === 'inside' && !door.onlineInCountry) throw refuse('action.inside')
  return { door, key }
}

/** Null: nothing of this kind is taken now, since it is not asked for, was switched off, or nobody has loaded the key. */
export async function keyNow(
  actions: Actions,
  { campaign, kinds }: ActionDoor,
  kind: OnlineKind,
): Promise<CampaignKey | null> {
  if (!kinds.includes(kind) || (await isShut(actions.store))) return null
  const switches = await switchesNow(actions)
  return switches[kind === 'signature' ? 'signing' : 'others'].on ? actions.keys.of(campaign) : null
}
