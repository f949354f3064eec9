/** A partner who is signed in, a key for their program out; a key in, whoever it acts for out, and each use in the log. */
import { newId, newToken } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { Actor } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { HOLDS_TOKENS, LONGEST_LABEL, MOST_TOKENS, TOKEN_BEGINS, TOKEN_DAYS } from '../../core/api-token.ts'
import { refuse } from '../../core/faults.ts'
import { addDays } from '../../core/partial-date.ts'
import { sha256 } from '../../store/leaf.ts'
import { tokenHolder, tokensOf } from '../../store/queries/tokens.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'

/** The key is returned once; only its hash is kept. */
export async function issueToken(context: Context, { actor }: Visitor, typed: string): Promise<string> {
  const label = typed.trim()
  if (!HOLDS_TOKENS.has(actor.role)) throw refuse('access.forbidden')
  if (label === '' || label.length > LONGEST_LABEL) throw refuse('token.label', { limit: LONGEST_LABEL })
  const [day, token, id] = [today(context.clock), `${TOKEN_BEGINS}${newToken()}`, newId()]
  await changeAccounts(context, { actor: actor.handle, did: 'token-issue', to: id }, async (trx) => {
    await trx.deleteFrom('api_tokens').where('ends', '<', day).execute()
    if ((await tokensOf(trx, actor.account)).length >= MOST_TOKENS)
      throw refuse('token.many', { limit: MOST_TOKENS })
    const row = {
      id,
      account: actor.account,
      hash: sha256(token),
      label,
      since: day,
      ends: addDays(day, TOKEN_DAYS),
    }
    await trx.insertInto('api_tokens').values(row).execute()
  })
  return token
}

/** One's own alone. Taking away asks for no confirmation. */
export const revokeToken = (context: Context, { actor }: Visitor, id: string): Promise<void> =>
  changeAccounts(context, { actor: actor.handle, did: 'token-revoke', to: id }, async (trx) => {
    const gone = await trx
      .deleteFrom('api_tokens')
      .where('id', '=', id)
      .where('account', '=', actor.account)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw refuse('record.unknown', { id })
  })

export type Holder = { readonly token: string; readonly actor: Actor }

/** One that ended, of an account that is suspended, away or no partner any more, is refused like one that never was. */
export async function holderOf(context: Context, token: string): Promise<Holder> {
  const found = token.startsWith(TOKEN_BEGINS)
    ? await tokenHolder(context.house, sha256(token), today(context.clock))
    : null
  if (!found || !HOLDS_TOKENS.has(found.actor.role)) throw refuse('token.unknown')
  return found
}

/** Like a copy that leaves: who took how much, and the hash of what they took. */
export const noteUse = (
  context: Context,
  { actor, token }: Holder,
  taken: { readonly records: number; readonly body: string },
): Promise<unknown> =>
  changeAccounts(
    { ...context, store: context.house },
    {
      actor: actor.handle,
      did: 'token-use',
      to: token,
      said: { records: taken.records, sha256: sha256(taken.body) },
    },
    async () => {},
  )
