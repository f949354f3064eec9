/** What somebody wants to do in; the campaign that takes it out, or a refusal that says why nothing is taken. */
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
export async function openDoor(actions: Actions, { campaign, kind, where }: Wanted): Promise<ActionDoor> {
  const door = await actions.door(campaign)
  if (!door) throw refuse('page.not-found')
  if (!(await isTaken(actions, door, kind))) throw refuse('action.shut')
  if (where === null) throw refuse('action.where')
  if (where === 'inside' && !door.onlineInCountry) throw refuse('action.inside')
  return door
}

/** False: it is not asked for, was switched off, or, of signatures, no mail leaves or nobody has loaded the key. */
export async function isTaken(actions: Actions, door: ActionDoor, kind: OnlineKind): Promise<boolean> {
  if (!door.kinds.includes(kind) || (await isShut(actions.store))) return false
  const switches = await switchesNow(actions)
  if (kind !== 'signature') return switches.others.on
  return switches.signing.on && actions.mails && actions.keys.of(door.campaign) !== null
}
