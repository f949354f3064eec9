/** Travel mode, switched on by oneself before a border or a summons, lifted by somebody else alone. */

import { today } from '../../adapters/clock.ts'
import type { Actor } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { isIsoDay } from '../../core/partial-date.ts'
import { accountByHandle, allAccounts } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { mayLift } from './may-manage-accounts.ts'
import { endSessions } from './sessions.ts'

/** Asks for no confirmation: it must work in a hurry, and it only ever takes away. */
export const goAway = (context: Context, { actor }: Visitor): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'travel', to: actor.handle }, async (trx) => {
    await trx
      .updateTable('accounts')
      .set({ away: true, away_from: null })
      .where('id', '=', actor.account)
      .execute()
    await endSessions(trx, actor.account)
  })

/** One's own, from a day on; null drops the plan, which is allowed until that day. Today begins at once; a day that is over is a slip, and nobody is locked out by a slip. */
export async function planAway(context: Context, visitor: Visitor, from: string | null): Promise<void> {
  const now = today(context.clock)
  if (from !== null && !isIsoDay(from)) throw refuse('input.date', { date: from.slice(0, 40) })
  if (from !== null && from < now) throw refuse('input.date-past', { date: from })
  if (from === now) return goAway(context, visitor)
  const { account, handle } = visitor.actor
  await changeAccounts(
    context,
    { actor: handle, did: from === null ? 'drop-travel-plan' : 'plan-travel', to: handle },
    (trx) => trx.updateTable('accounts').set({ away_from: from }).where('id', '=', account).execute(),
  )
}

/** How many colleagues could lift it: never who, a list of them would be the first thing asked for at a border. */
export async function liftersOf(context: Context, { actor }: Visitor): Promise<number> {
  const all = await allAccounts(context.house)
  return all.filter(
    (one) =>
      one.state === 'active' &&
      !one.away &&
      mayLift(
        context,
        { account: '', handle: one.handle, role: one.role, organisation: one.organisation },
        actor,
      ),
  ).length
}

export const liftAway = (context: Context, actor: Actor, handle: string): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'lift-travel', to: handle }, async (trx) => {
    const account = await accountByHandle(trx, handle)
    if (!account?.away) throw refuse('account.unknown', { handle })
    if (!mayLift(context, actor, account)) throw refuse('access.forbidden')
    await trx
      .updateTable('accounts')
      .set({ away: false, away_from: null })
      .where('id', '=', account.id)
      .execute()
    await endSessions(trx, account.id)
  })
