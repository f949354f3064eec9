/** The day in; what nobody confirmed in time gone, and the keys of campaigns that have ended, with every mark of who signed. */
import { today } from '../../adapters/clock.ts'
import { ACTION_DAYS } from '../../core/act/door.ts'
import { addDays } from '../../core/partial-date.ts'
import type { Actions } from './actions.ts'
import { countActions } from './count-actions.ts'
import { destroyActionKey, leftOver } from './keys.ts'

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
  for (const { campaign } of keys) await letGoIfEnded(actions, campaign)
  for (const campaign of await leftOver(actions)) await destroyActionKey(actions, campaign)
}

/** A campaign that has ended lets go of its key, and with it of every means to find out who signed. */
export async function letGoIfEnded(actions: Actions, campaign: string): Promise<boolean> {
  if (!(await actions.hasEnded(campaign))) return false
  // Those of other campaigns stay open: a window that is closed early tells when somebody acted.
  await countActions(actions, { atOnce: campaign })
  await destroyActionKey(actions, campaign)
  return true
}
