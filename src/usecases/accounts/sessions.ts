/** A token in, whoever it belongs to out; sessions opened, renewed under another token, and ended. */
import { newId, newToken } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { Role } from '../../core/access.ts'
import { isAlive, LONGEST_HOURS, later, ONE_SESSION, toMinute, type Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { sha256 } from '../../store/leaf.ts'
import { visitorOf } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts, type Trx } from './change.ts'

/** Opens a session within the change that allows it. The token is returned once and never stored. */
export async function openSession(
  trx: Trx,
  now: string,
  account: { readonly id: string; readonly role: Role },
  device: string,
): Promise<string> {
  const token = newToken()
  await trx.deleteFrom('sessions').where('ends', '<=', now).execute()
  if (ONE_SESSION.has(account.role)) await endSessions(trx, account.id)
  const minute = toMinute(now)
  await trx
    .insertInto('sessions')
    .values({
      hash: sha256(token),
      id: newId(),
      account: account.id,
      started: minute,
      seen: minute,
      ends: later(now, LONGEST_HOURS * 60),
      stepped_up_at: now,
      device,
    })
    .execute()
  return token
}

/** All sessions of an account, or all but one. */
export async function endSessions(trx: Trx, account: string, but?: string): Promise<void> {
  const all = trx.deleteFrom('sessions').where('account', '=', account)
  await (but === undefined ? all : all.where('hash', '!=', but)).execute()
}

/** A session found dead is removed. That somebody was seen is kept to the minute, and is no entry of the log. */
export async function visit(context: Context, token: string): Promise<Visitor | null> {
  const [hash, now] = [sha256(token), context.clock.now()]
  const visitor = await visitorOf(context.store, hash)
  if (!visitor) return null
  if (!isAlive(visitor.session, now)) {
    await context.store.deleteFrom('sessions').where('hash', '=', hash).execute()
    return null
  }
  if (hasComeToAway(visitor, today(context.clock))) {
    await startTravels(context, visitor.actor.account)
    return null
  }
  if (toMinute(visitor.session.seen) !== toMinute(now))
    await context.store
      .updateTable('sessions')
      .set({ seen: toMinute(now) })
      .where('hash', '=', hash)
      .execute()
  return visitor
}

const hasComeToAway = ({ away, awayFrom }: Visitor, day: string): boolean =>
  !away && awayFrom !== null && awayFrom <= day

/** Travel modes whose day has come begin, of one account or of all; who planned it is signed out everywhere. */
export async function startTravels(context: Context, account?: string): Promise<void> {
  const all = context.house
    .selectFrom('accounts')
    .select(['id', 'handle'])
    .where('away', '=', false)
    .where('away_from', '<=', today(context.clock))
  const due = await (account === undefined ? all : all.where('id', '=', account)).execute()
  for (const { id, handle } of due)
    await changeAccounts(context, { actor: handle, did: 'travel', to: handle }, async (trx) => {
      await trx.updateTable('accounts').set({ away: true, away_from: null }).where('id', '=', id).execute()
      await endSessions(trx, id)
    })
}

/** The same session under a new token: whoever had copied the old one has nothing. */
export async function renewSession(trx: Trx, hash: string, now: string): Promise<string> {
  const token = newToken()
  const renewed = await trx
    .updateTable('sessions')
    .set({ hash: sha256(token), stepped_up_at: now })
    .where('hash', '=', hash)
    .returning('id')
    .executeTakeFirst()
  if (!renewed) throw refuse('account.signed-out')
  return token
}

export const signOut = (context: Context, { actor, session }: Visitor): Promise<unknown> =>
  changeAccounts(context, { actor: actor.handle, did: 'sign-out', to: actor.handle }, (trx) =>
    trx.deleteFrom('sessions').where('hash', '=', session.hash).execute(),
  )

/** Only a session of the visitor's own account can be ended by it. */
export const revokeSession = (context: Context, { actor }: Visitor, id: string): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'revoke-session', to: actor.handle }, async (trx) => {
    const gone = await trx
      .deleteFrom('sessions')
      .where('id', '=', id)
      .where('account', '=', actor.account)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw refuse('record.unknown', { id })
  })

export const revokeOthers = (context: Context, { actor, session }: Visitor): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'revoke-others', to: actor.handle }, (trx) =>
    endSessions(trx, actor.account, session.hash),
  )
