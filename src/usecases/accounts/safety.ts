/** The house in, what its safety hangs on out: how many can let somebody in again, what lies open, whether it is shut. */

import { allAccounts } from '../../store/queries/accounts.ts'
import { houseState } from '../../store/queries/house.ts'
import type { Context } from '../context.ts'
import { mayDo } from '../permit.ts'

export type HouseSafety = {
  readonly administrators: number
  /** Who may lift travel mode and open the house again, and is not away. */
  readonly lifters: number
  readonly oldInvitations: number
  readonly shut: boolean
}

export async function houseSafety(context: Context): Promise<HouseSafety> {
  const { house, clock } = context
  const here = (await allAccounts(house)).filter((one) => one.state === 'active' && !one.away)
  const may = (action: 'accounts' | 'lift'): number =>
    here.filter((one) => mayDo({ ...context, actor: { ...one, account: '' } }, action, null)).length
  const old = await house.selectFrom('invitations').select('hash').where('ends', '<', clock.now()).execute()
  return {
    administrators: may('accounts'),
    lifters: may('lift'),
    oldInvitations: old.length,
    shut: (await houseState(house)).shut,
  }
}
