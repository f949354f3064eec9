/** What the door and the pages about accounts read: who a session belongs to, the ways into an account, lists. */
import type { Session, Visitor } from '../../core/account.ts'
import type { Store } from '../connect.ts'
import type { AccountRow, CredentialRow, InvitationRow, OrganisationRow, SessionRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

const asSession = (row: SessionRow): Session => ({
  id: row.id,
  hash: row.hash,
  started: row.started,
  seen: row.seen,
  ends: row.ends,
  steppedUpAt: row.stepped_up_at,
  device: row.device,
})

/** Null for no such session, and for a suspended account. Whether it is still alive is for the caller's clock. */
export async function visitorOf(store: Reader, hash: string): Promise<Visitor | null> {
  const row = await store
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .selectAll('sessions')
    .select(['handle', 'organisation', 'role', 'away', 'away_from'])
    .where('sessions.hash', '=', hash)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  const { account, handle, organisation, role, away, away_from: awayFrom } = row
  return { actor: { account, handle, organisation, role }, session: asSession(row), away, awayFrom }
}

export async function sessionsOf(store: Reader, account: string): Promise<readonly Session[]> {
  const rows = await store
    .selectFrom('sessions')
    .selectAll()
    .where('account', '=', account)
    .orderBy('started', 'desc')
    .execute()
  return rows.map(asSession)
}

export const waysOf = (store: Reader, account: string): Promise<readonly CredentialRow[]> =>
  store.selectFrom('credentials').selectAll().where('account', '=', account).orderBy('since').execute()

/** What a passphrase with this code could stand on: three rows at most, so that an account without any costs about as long. */
export const waysToCheck = (
  store: Reader,
  account: string,
  recovery: string,
): Promise<readonly CredentialRow[]> =>
  store
    .selectFrom('credentials')
    .selectAll()
    .where('account', '=', account)
    .where((one) =>
      one.or([
        one('kind', 'in', ['passphrase', 'totp']),
        one.and([one('kind', '=', 'recovery'), one('secret', '=', recovery)]),
      ]),
    )
    .execute()

export const accountByHandle = (store: Reader, handle: string): Promise<AccountRow | undefined> =>
  store.selectFrom('accounts').selectAll().where('handle', '=', handle).executeTakeFirst()

export const passkeyById = (
  store: Reader,
  keyId: string,
): Promise<(AccountRow & { credential: string; publicKey: string; counter: number }) | undefined> =>
  store
    .selectFrom('credentials')
    .innerJoin('accounts', 'accounts.id', 'credentials.account')
    .selectAll('accounts')
    .select(['credentials.id as credential', 'credentials.secret as publicKey', 'credentials.counter'])
    .where('key_id', '=', keyId)
    .where('kind', '=', 'passkey')
    .executeTakeFirst()

export type Listed = Omit<AccountRow, 'id'>

/** Handles name an account everywhere outside the store: no id leaves it. */
export const allAccounts = (store: Reader): Promise<readonly Listed[]> =>
  store
    .selectFrom('accounts')
    .select(['handle', 'organisation', 'role', 'state', 'away', 'away_from', 'since'])
    .orderBy('organisation')
    .orderBy('handle')
    .execute()

export const allOrganisations = (store: Reader): Promise<readonly OrganisationRow[]> =>
  store.selectFrom('organisations').selectAll().orderBy('id').execute()

export type OpenInvitation = Pick<InvitationRow, 'organisation' | 'role' | 'handle' | 'ends'>

export const invitationOf = (store: Reader, hash: string, now: string): Promise<OpenInvitation | undefined> =>
  store
    .selectFrom('invitations')
    .select(['organisation', 'role', 'handle', 'ends'])
    .where('hash', '=', hash)
    .where('ends', '>', now)
    .executeTakeFirst()

export const hasAccounts = async (store: Reader): Promise<boolean> =>
  (await store.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined

/** True when records or the log know somebody under this pseudonym: who took it would be taken for them, and read what is theirs. */
export async function isPseudonymKnown(store: Reader, handle: string): Promise<boolean> {
  const acted = await store
    .selectFrom('events')
    .select('seq')
    .where('actor', '=', handle)
    .where('use_case', 'not like', 'account-%')
    .limit(1)
    .executeTakeFirst()
  const coded = await store
    .selectFrom('decisions')
    .select('record')
    .where('by', '=', handle)
    .limit(1)
    .executeTakeFirst()
  const handed = await store
    .selectFrom('shares')
    .select('record')
    .where('with_kind', '=', 'account')
    .where('with_id', '=', handle)
    .limit(1)
    .executeTakeFirst()
  return acted !== undefined || coded !== undefined || handed !== undefined
}
