/** An invitation, a handle and a way to sign in, in; an account with its first session out. The code is used up. */
import { tidyCode } from '../../adapters/chance.ts'
import type { Gate } from '../../adapters/gate.ts'
import { addressOf, offeredSecret } from '../../adapters/one-time-codes.ts'
import { type Answer, challengeIn, newPasskey, offerPasskey, type Party } from '../../adapters/passkeys.ts'
import type { Role } from '../../core/access.ts'
import { isHandle } from '../../core/account.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { sha256 } from '../../store/leaf.ts'
import {
  accountByHandle,
  invitationOf,
  isPseudonymKnown,
  type OpenInvitation,
} from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts, type Trx } from './change.ts'
import { openSession } from './sessions.ts'
import { checkedTotp, checkPassphrase, hashed, writePasskey, writePassphrase } from './ways.ts'

export type Joined = { readonly token: string; readonly recoveryCodes: readonly string[] }
export type Offer = OpenInvitation & { readonly secret: string; readonly address: string }

const hashOf = (code: string): string => sha256(tidyCode(code))
const subjectOf = (code: string, handle: string): string => `join ${hashOf(code)} ${handle}`
/** Known before the account is, since the passkey is made for it; nobody without the code can tell it. */
const accountIdOf = (code: string, handle: string): string => sha256(subjectOf(code, handle)).slice(0, 32)

/** What stands behind a code, or the one refusal for used, expired and invented ones. */
export async function openInvitation(context: Context, code: string): Promise<Offer> {
  const invitation = await invitationOf(context.store, hashOf(code), context.clock.now())
  if (!invitation) throw refuse('invitation.unknown')
  const secret = offeredSecret(`join ${hashOf(code)}`)
  return { ...invitation, secret, address: addressOf(secret, '') }
}

/** An invitation may be for one pseudonym alone; any other must be one that nobody has and nobody had. */
async function handleFaults(context: Context, handle: string, offer: Offer): Promise<readonly Fault[]> {
  if (!isHandle(handle)) return [{ code: 'account.handle', params: {} }]
  const { store } = context
  const isTaken = offer.handle === null ? await isPseudonymKnown(store, handle) : handle !== offer.handle
  if (!isTaken && !(await accountByHandle(store, handle))) return []
  return [{ code: 'account.handle-taken', params: {} }]
}

export async function offerJoin(
  context: Context,
  gate: Gate,
  party: Party,
  { code, handle }: { readonly code: string; readonly handle: string },
): ReturnType<typeof offerPasskey> {
  const faults = await handleFaults(context, handle, await openInvitation(context, code))
  if (faults.length > 0) throw new Refusal(faults)
  const account = { id: accountIdOf(code, handle), handle, known: [] }
  return offerPasskey(party, gate.challenge(subjectOf(code, handle)), account)
}

export async function joinByPasskey(
  context: Context,
  gate: Gate,
  party: Party,
  given: { readonly code: string; readonly handle: string; readonly answer: Answer },
  device: string,
): Promise<Joined> {
  const faults = await handleFaults(context, given.handle, await openInvitation(context, given.code))
  if (faults.length > 0) throw new Refusal(faults)
  const challenge = challengeIn(given.answer)
  if (challenge === null || !gate.answered(challenge, subjectOf(given.code, given.handle)))
    throw refuse('account.passkey')
  const key = await newPasskey(party, challenge, given.answer)
  if (!key) throw refuse('account.passkey')
  const token = await makeAccount(context, given, device, 'passkey', (trx, account) =>
    writePasskey(trx, context, account, key, device),
  )
  return { token, recoveryCodes: [] }
}

export async function joinByPassphrase(
  context: Context,
  given: {
    readonly code: string
    readonly handle: string
    readonly passphrase: string
    readonly totp: string
  },
  device: string,
): Promise<Joined> {
  const offer = await openInvitation(context, given.code)
  const { secret } = offer
  const faults = [
    ...(await handleFaults(context, given.handle, offer)),
    ...checkPassphrase(given.passphrase, given.handle),
  ]
  const totp = checkedTotp(context, secret, given.totp)
  if (!totp) faults.push({ code: 'account.code', params: {} })
  if (faults.length > 0 || !totp) throw new Refusal(faults)
  const { rows, recoveryCodes } = await hashed(context, given.passphrase, totp)
  const token = await makeAccount(context, given, device, 'passphrase', (trx, account) =>
    writePassphrase(trx, account, rows),
  )
  return { token, recoveryCodes }
}

function makeAccount(
  context: Context,
  { code, handle }: { readonly code: string; readonly handle: string },
  device: string,
  way: 'passkey' | 'passphrase',
  write: (trx: Trx, account: string) => Promise<void>,
): Promise<string> {
  const now = context.clock.now()
  const change = { actor: handle, did: 'join', to: handle, said: { way } }
  return changeAccounts(context, change, async (trx) => {
    // Taken away in the same breath: of two who hold the same code one comes in.
    const invitation = await trx
      .deleteFrom('invitations')
      .where('hash', '=', hashOf(code))
      .where('ends', '>', now)
      .returning(['organisation', 'role'])
      .executeTakeFirst()
    if (!invitation) throw refuse('invitation.unknown')
    const account = { id: accountIdOf(code, handle), role: invitation.role }
    await writeAccount(trx, { ...account, handle, organisation: invitation.organisation }, now)
    await write(trx, account.id)
    return openSession(trx, now, account, device)
  })
}

export async function writeAccount(
  trx: Trx,
  account: {
    readonly id: string
    readonly handle: string
    readonly organisation: string
    readonly role: Role
  },
  now: string,
): Promise<void> {
  const made = await trx
    .insertInto('accounts')
    .values({ ...account, state: 'active', away: false, since: now.slice(0, 10) })
    .onConflict((one) => one.column('handle').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw refuse('account.handle-taken')
}
