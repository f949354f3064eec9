/** An administrator and somebody else's account in; it suspended, back, or in another role out. Its sessions end in the same step. */
import type { Actor } from '../../core/access.ts'
import { isHandle } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import type { AccountRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { isInvitable } from './invite.ts'
import { mayManageAccounts } from './may-manage-accounts.ts'
import { endSessions } from './sessions.ts'

async function changeOther(
  context: Context,
  actor: Actor,
  handle: string,
  did: string,
  change: Partial<Pick<AccountRow, 'state' | 'role'>>,
): Promise<void> {
  if (!mayManageAccounts(context, actor)) throw refuse('access.forbidden')
  if (handle === actor.handle) throw refuse('account.own')
  await changeAccounts(context, { actor: actor.handle, did, to: handle, said: change }, async (trx) => {
    const account = await accountByHandle(trx, handle)
    if (!account) throw refuse('account.unknown', { handle })
    await trx.updateTable('accounts').set(change).where('id', '=', account.id).execute()
    await endSessions(trx, account.id)
    await trx.deleteFrom('api_tokens').where('account', '=', account.id).execute()
  })
}

export const suspend = (context: Context, actor: Actor, handle: string): Promise<void> =>
  changeOther(context, actor, handle, 'suspend', { state: 'suspended' })

export const reinstate = (context: Context, actor: Actor, handle: string): Promise<void> =>
  changeOther(context, actor, handle, 'reinstate', { state: 'active' })

export async function changeRole(
  context: Context,
  actor: Actor,
  handle: string,
  role: string,
): Promise<void> {
  if (!isInvitable(role)) throw refuse('account.role', { role })
  await changeOther(context, actor, handle, 'change-role', { role })
}

const LONGEST_NAME = 100

export async function addOrganisation(
  context: Context,
  actor: Actor,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  if (!mayManageAccounts(context, actor)) throw refuse('access.forbidden')
  if (!isHandle(id) || name.trim() === '' || name.length > LONGEST_NAME) throw refuse('organisation.name')
  const since = context.clock.now().slice(0, 10)
  await changeAccounts(context, { actor: actor.handle, did: 'add-organisation', to: id }, async (trx) => {
    const made = await trx
      .insertInto('organisations')
      .values({ id, name: name.trim(), since })
      .onConflict((one) => one.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw refuse('organisation.known', { id })
  })
}
