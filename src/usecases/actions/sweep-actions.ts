/** The day in; what nobody confirmed in time gone, and the keys of campaigns that are closed. */
import { today } from '../../adapters/clock.ts'
import { ACTION_DAYS } from '../../core/act/door.ts'
import { addDays } from '../../core/partial-date.ts'
import type { Actions } from './actions.ts'
import { countActions } from './count-actions.ts'
import { destroyActionKey } from './keys.ts'

export async function sweepActions(actions: Actions): Promise<void> {
  const { store, clock } = actions
  await store
    .deleteFrom('action_asks')
    .where('day', '<', addDays(today(clock), -ACTION_DAYS))
    .execute()
  const keys = await store
    .selectFrom('action_keys')
    .select('campaign')
    .where('destroyed', 'is', null)
    .execute()
  for (const { campaign } of keys) await letGoIfClosed(actions, campaign)
}

/** A campaign that was closed lets go of its key, and with it of every means to find out who signed. */
export async function letGoIfClosed(actions: Actions, campaign: string): Promise<boolean> {
  if ((await actions.door(campaign))?.isClosed !== true) return false
  await countActions(actions, { atOnce: true })
  await destroyActionKey(actions, campaign)
  return true
}
