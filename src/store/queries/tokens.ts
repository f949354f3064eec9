/** Keys of partners' programs: those of an account, and whoever one of them acts for. */
import type { Actor } from '../../core/access.ts'
import type { ApiToken } from '../../core/api-token.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>

export const tokensOf = (store: Reader, account: string): Promise<readonly ApiToken[]> =>
  store
    .selectFrom('api_tokens')
    .select(['id', 'label', 'since', 'ends'])
    .where('account', '=', account)
    .orderBy('since')
    .orderBy('id')
    .execute()

/** Null for a key that ended, and for an account that is suspended, in travel mode, or to be in it by that day. */
export async function tokenHolder(
  store: Reader,
  hash: string,
  day: string,
): Promise<{ readonly token: string; readonly actor: Actor } | null> {
  const row = await store
    .selectFrom('api_tokens')
    .innerJoin('accounts', 'accounts.id', 'api_tokens.account')
    .select(['api_tokens.id as token', 'account', 'handle', 'organisation', 'role'])
    .where('api_tokens.hash', '=', hash)
    .where('ends', '>=', day)
    .where('state', '=', 'active')
    .where('away', '=', false)
    .where((one) => one.or([one('away_from', 'is', null), one('away_from', '>', day)]))
    .executeTakeFirst()
  if (!row) return null
  const { token, ...actor } = row
  return { token, actor }
}
