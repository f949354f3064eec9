/** Somebody who was refused more than one account may read in a day in, the alarm out; and the colleague who lets them read on. */
import type { Actor } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import type { ReadingAllowance } from '../../core/reading-allowance.ts'
import { accountByHandle, allAccounts } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { mayLift } from './may-manage-accounts.ts'

/** In the log, and for whoever reads what the program says. */
export async function noteStopped(context: Context, { actor: { handle } }: Visitor): Promise<void> {
  process.stderr.write(`${handle} asked for more than one account may read in a day\n`)
  await changeAccounts(context, { actor: handle, did: 'read-enough', to: handle }, async () => undefined)
}

/** Handles of those whom `actor` may let read on. */
export async function stoppedColleagues(
  context: Context,
  actor: Actor,
  allowance: ReadingAllowance | null,
): Promise<readonly string[]> {
  const stopped = allowance?.stopped() ?? new Set()
  if (stopped.size === 0) return []
  const all = await allAccounts(context.house)
  return all
    .filter((one) => stopped.has(one.handle) && one.state === 'active' && mayLift(context, actor, one))
    .map((one) => one.handle)
}

/** Never oneself: whoever is forced could be forced to that. */
export async function letReadOn(
  context: Context,
  actor: Actor,
  { allowance, handle }: { readonly allowance: ReadingAllowance; readonly handle: string },
): Promise<void> {
  const account = await accountByHandle(context.house, handle)
  if (!account || !allowance.stopped().has(handle)) throw refuse('account.unknown', { handle })
  if (!mayLift(context, actor, account)) throw refuse('access.forbidden')
  await changeAccounts(context, { actor: actor.handle, did: 'read-on', to: handle }, async () => undefined)
  allowance.letOn(handle)
}
