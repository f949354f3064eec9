/** Travel mode, switched on by oneself before a border or a summons, lifted by somebody else alone. */
import type { Actor } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { mayLift } from './may-manage-accounts.ts'
import { endSessions } from './sessions.ts'

/** Asks for no confirmation: it must work in a hurry, and it only ever takes away. */
export const goAway = (context: Context, { actor }: Visitor): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'travel', to: actor.handle }, async (trx) => {
    await trx.updateTable('accounts').set({ away: true }).where('id', '=', actor.account).execute()
    await endSessions(trx, actor.account)
  })

export const liftAway = (context: Context, actor: Actor, handle: string): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'lift-travel', to: handle }, async (trx) => {
    const account = await accountByHandle(trx, handle)
    if (!account?.away) throw refuse('account.unknown', { handle })
    if (!mayLift(context, actor, account)) throw refuse('access.forbidden')
    await trx.updateTable('accounts').set({ away: false }).where('id', '=', account.id).execute()
    await endSessions(trx, account.id)
  })
