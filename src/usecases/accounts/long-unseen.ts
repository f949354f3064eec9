/** Accounts that nobody used for so many days put in travel mode: whoever was taken, left or lost a device is let back in by a colleague who knows. */
import { today } from '../../adapters/clock.ts'
import type { Actor } from '../../core/access.ts'
import { addDays } from '../../core/partial-date.ts'
import type { AccountRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { mayLift } from './may-manage-accounts.ts'
import { endSessions } from './sessions.ts'

/** Who did it, as the log says. */
const BY = 'aigaq'

/** `days` 0: never. Nobody goes whom no colleague who was seen since could let back in. Returns the handles that went. */
export async function restUnseen(context: Context, days: number): Promise<readonly string[]> {
  if (days === 0) return []
  const { house } = context
  const all = await house.selectFrom('accounts').selectAll().where('state', '=', 'active').execute()
  const seen = await lastSeen(context)
  const since = addDays(today(context.clock), -days)
  const isUnseen = (one: AccountRow): boolean =>
    [seen.get(one.handle) ?? '', one.since].every((day) => day.slice(0, 10) < since)
  const here = all.filter((one) => !one.away && !isUnseen(one))
  const going = all.filter(
    (one) => !one.away && isUnseen(one) && here.some((other) => mayLift(context, actorOf(other), one)),
  )
  for (const { id, handle } of going)
    await changeAccounts(context, { actor: BY, did: 'unseen', to: handle, said: { days } }, async (trx) => {
      await trx.updateTable('accounts').set({ away: true, away_from: null }).where('id', '=', id).execute()
      await endSessions(trx, id)
    })
  return going.map((one) => one.handle)
}

/** By handle: when they did anything that the log knows, were signed in, or were let back in last. */
async function lastSeen({ house }: Context): Promise<ReadonlyMap<string, string>> {
  const acted = await house
    .selectFrom('events')
    .select((one) => ['actor', one.fn.max('at').as('at')])
    .groupBy('actor')
    .execute()
  const letIn = await house
    .selectFrom('events')
    .select(['object', 'at'])
    .where('use_case', 'in', ['account-lift-travel', 'account-reinstate'])
    .execute()
  const signedIn = await house
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .select(['handle', 'seen'])
    .execute()
  const last = new Map<string, string>()
  for (const [handle, at] of [
    ...acted.map((one) => [one.actor, one.at] as const),
    ...letIn.map((one) => [one.object ?? '', one.at ?? ''] as const),
    ...signedIn.map((one) => [one.handle, one.seen] as const),
  ])
    if (at > (last.get(handle) ?? '')) last.set(handle, at)
  return last
}

const actorOf = ({ id, handle, organisation, role }: AccountRow): Actor => ({
  ...{ account: id, handle, organisation, role },
})
