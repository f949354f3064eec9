/** Somebody signed in and a change of their own ways to sign in, in; the change made for their account and no other. */
import type { Gate } from '../../adapters/gate.ts'
import { addressOf, offeredSecret } from '../../adapters/one-time-codes.ts'
import { type Answer, challengeIn, newPasskey, offerPasskey, type Party } from '../../adapters/passkeys.ts'
import type { Visitor } from '../../core/account.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { waysOf } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts, type Trx } from './change.ts'
import { endSessions } from './sessions.ts'
import {
  checkedTotp,
  checkPassphrase,
  newRecoveryCodes,
  passphraseRow,
  replaceWays,
  totpRow,
  writePasskey,
} from './ways.ts'

/** Whoever changes how they sign in may have a reason: every other session of theirs ends. */
const changeOwn = <T>(
  context: Context,
  { actor, session }: Visitor,
  did: string,
  work: (trx: Trx) => Promise<T>,
): Promise<T> =>
  changeAccounts(context, { actor: actor.handle, did, to: actor.handle }, async (trx) => {
    const done = await work(trx)
    await endSessions(trx, actor.account, session.hash)
    return done
  })

const subjectOf = ({ session }: Visitor): string => `add ${session.hash}`

export async function offerOwnPasskey(
  context: Context,
  gate: Gate,
  party: Party,
  visitor: Visitor,
): ReturnType<typeof offerPasskey> {
  const { account, handle } = visitor.actor
  const known = (await waysOf(context.store, account)).flatMap((one) => one.key_id ?? [])
  return offerPasskey(party, gate.challenge(subjectOf(visitor)), { id: account, handle, known })
}

export async function addPasskey(
  context: Context,
  gate: Gate,
  party: Party,
  visitor: Visitor,
  answer: Answer,
): Promise<void> {
  const challenge = challengeIn(answer)
  if (challenge === null || !gate.answered(challenge, subjectOf(visitor))) throw refuse('account.passkey')
  const key = await newPasskey(party, challenge, answer)
  if (!key) throw refuse('account.passkey')
  await changeOwn(context, visitor, 'add-passkey', (trx) =>
    writePasskey(trx, context, visitor.actor.account, key, visitor.session.device),
  )
}

/** The last way in cannot be taken away: nobody could give it back without being able to take over accounts. */
export const removePasskey = (context: Context, visitor: Visitor, id: string): Promise<void> =>
  changeOwn(context, visitor, 'remove-passkey', async (trx) => {
    const ways = await waysOf(trx, visitor.actor.account)
    if (!ways.some((one) => one.id === id && one.kind === 'passkey')) throw refuse('record.unknown', { id })
    if (!ways.some((one) => one.id !== id && (one.kind === 'passkey' || one.kind === 'passphrase')))
      throw refuse('account.last-way')
    await trx.deleteFrom('credentials').where('id', '=', id).execute()
  })

/** The secret that a new app of codes gets; another one once the present one was replaced. */
export async function offerTotp(
  context: Context,
  { actor, session }: Visitor,
): Promise<{ readonly secret: string; readonly address: string }> {
  const present = (await waysOf(context.store, actor.account)).find((one) => one.kind === 'totp')?.id
  const secret = offeredSecret(`own ${session.id} ${present ?? ''}`)
  return { secret, address: addressOf(secret, actor.handle) }
}

/** For an account that has only passkeys so far: all three at once, since each is worth little alone. */
export async function setPassphrase(
  context: Context,
  visitor: Visitor,
  given: { readonly passphrase: string; readonly totp: string },
): Promise<readonly string[]> {
  const { secret } = await offerTotp(context, visitor)
  const totp = checkedTotp(context, secret, given.totp)
  const faults = checkPassphrase(given.passphrase, visitor.actor.handle)
  if (!totp) faults.push({ code: 'account.code', params: {} })
  if (faults.length > 0 || !totp) throw new Refusal(faults)
  const { codes, rows } = newRecoveryCodes()
  const all = [await passphraseRow(given.passphrase), totpRow(totp), ...rows]
  await changeOwn(context, visitor, 'set-passphrase', (trx) =>
    replaceWays(trx, context, visitor.actor.account, all),
  )
  return codes
}

export async function changePassphrase(
  context: Context,
  visitor: Visitor,
  passphrase: string,
): Promise<void> {
  const faults = checkPassphrase(passphrase, visitor.actor.handle)
  if (faults.length > 0) throw new Refusal(faults)
  await replaceOne(context, visitor, 'change-passphrase', await passphraseRow(passphrase))
}

export async function changeTotp(context: Context, visitor: Visitor, code: string): Promise<void> {
  const { secret } = await offerTotp(context, visitor)
  const totp = checkedTotp(context, secret, code)
  if (!totp) throw refuse('account.code')
  await replaceOne(context, visitor, 'change-totp', totpRow(totp))
}

/** One half of passphrase and codes is replaced only where the other is: else `setPassphrase`. */
const replaceOne = (
  context: Context,
  visitor: Visitor,
  did: string,
  row: ReturnType<typeof totpRow>,
): Promise<void> =>
  changeOwn(context, visitor, did, async (trx) => {
    const { account } = visitor.actor
    if (!(await waysOf(trx, account)).some((one) => one.kind === row.kind)) throw refuse('account.refused')
    await replaceWays(trx, context, account, [row])
  })

export async function changeRecoveryCodes(context: Context, visitor: Visitor): Promise<readonly string[]> {
  const { codes, rows } = newRecoveryCodes()
  await changeOwn(context, visitor, 'change-recovery-codes', async (trx) => {
    const ways = await waysOf(trx, visitor.actor.account)
    if (!ways.some((one) => one.kind === 'passphrase')) throw refuse('account.refused')
    await replaceWays(trx, context, visitor.actor.account, rows)
  })
  return codes
}
