/** A record and whom it is handed to in, an entry that opens it to them, or closes it again, out. */
import { refuse } from '../core/faults.ts'
import { accountByHandle } from '../store/queries/accounts.ts'
import type { Context } from './context.ts'
import { replayDecisions } from './replay-decisions.ts'

export type HandingOver = {
  readonly to: 'account' | 'organisation'
  readonly whom: string
  readonly why: string
  readonly ended: boolean
}

/** Whether somebody may share it was asked before. */
export async function handOver(
  context: Context,
  id: string,
  { to, whom, why, ended }: HandingOver,
): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{1,40}$/.test(whom)) throw refuse('input.value', { problem: 'whom' })
  // Handed to nobody, it would be whoever takes that pseudonym.
  if (to === 'account' && !ended && !(await accountByHandle(context.house, whom)))
    throw refuse('account.unknown', { handle: whom })
  const reason = why.trim() === '' ? {} : { why: why.trim() }
  const by = context.actor?.handle ?? 'operator'
  const given = to === 'account' ? { account: whom } : { organisation: whom }
  await replayDecisions(context, [
    { record: 'share', ids: [id], with: given, ended, by, at: context.clock.now(), ...reason },
  ])
}
