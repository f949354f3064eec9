/** Who is signed in, the secret address of their calendar out; the secret in, whoever it acts for out. One for each account: a new one ends the old. */
import { newId, newToken } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { Actor } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { addDays } from '../../core/partial-date.ts'
import { sha256 } from '../../store/leaf.ts'
import { tokenHolder, tokensOf } from '../../store/queries/tokens.ts'
import type { Context } from '../context.ts'
import { mayDo } from '../permit.ts'
import { changeAccounts } from './change.ts'

/** Other than the keys of partners' programs, so that neither opens what the other does. */
const BEGINS = 'cal_'
const LABEL = 'calendar'
const DAYS = 180

/** Returned once; only its hash is kept. It stands in an address, since calendar programs send nothing else: what it opens names nobody. */
export async function issueCalendar(context: Context, { actor }: Visitor): Promise<string> {
  if (!mayDo({ ...context, actor }, 'cases', null)) throw refuse('access.forbidden')
  const [day, token, id] = [today(context.clock), `${BEGINS}${newToken()}`, newId()]
  const { account, handle } = actor
  await changeAccounts(context, { actor: handle, did: 'token-issue', to: id }, async (trx) => {
    await trx.deleteFrom('api_tokens').where('account', '=', account).where('label', '=', LABEL).execute()
    const row = { id, account, hash: sha256(token), label: LABEL, since: day, ends: addDays(day, DAYS) }
    await trx.insertInto('api_tokens').values(row).execute()
  })
  return token
}

export const endCalendar = (context: Context, { actor }: Visitor): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'token-revoke', to: LABEL }, async (trx) => {
    await trx
      .deleteFrom('api_tokens')
      .where('account', '=', actor.account)
      .where('label', '=', LABEL)
      .execute()
  })

/** The last day of the address that is in use; null: there is none. */
export async function calendarEnds({ house }: Context, { actor }: Visitor): Promise<string | null> {
  return (await tokensOf(house, actor.account)).find((one) => one.label === LABEL)?.ends ?? null
}

/** One that ended, or of an account that is suspended or away, is refused like one that never was. */
export async function calendarHolder(context: Context, token: string): Promise<Actor> {
  const found = token.startsWith(BEGINS)
    ? await tokenHolder(context.house, sha256(token), today(context.clock))
    : null
  if (!found || !mayDo({ ...context, actor: found.actor }, 'cases', null)) throw refuse('token.unknown')
  return found.actor
}
