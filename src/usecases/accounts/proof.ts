/** What somebody gave to show who they are in, a proof that can be used up once out; or null. */
import { isPassphrase, NOBODY } from '../../adapters/argon2.ts'
import { tidyCode } from '../../adapters/chance.ts'
import type { Gate } from '../../adapters/gate.ts'
import { stepOf } from '../../adapters/one-time-codes.ts'
import { type Answer, challengeIn, type Party, provenBy } from '../../adapters/passkeys.ts'
import type { Way } from '../../core/account.ts'
import { sha256 } from '../../store/leaf.ts'
import { accountByHandle, passkeyById, waysToCheck } from '../../store/queries/accounts.ts'
import type { AccountRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import type { Trx } from './change.ts'

export type Proof = {
  readonly account: AccountRow
  readonly way: Way
  /** Uses it up within the change it allows; false when somebody else was faster. */
  readonly use: (trx: Trx) => Promise<boolean>
}
export type Given = { readonly passphrase: string; readonly code: string }

/** For handles that nobody has: everything is computed all the same. */
const NO_SECRET = 'A'.repeat(32)

/**
 * Known or not, suspended or not: the same queries, one Argon2 and one code are computed, so that neither the time nor the
 * answer tells which handles there are.
 */
export async function proofByPassphrase(
  context: Context,
  handle: string,
  given: Given,
): Promise<Proof | null> {
  const account = await accountByHandle(context.store, handle)
  const hash = sha256(tidyCode(given.code))
  const ways = await waysToCheck(context.store, account?.id ?? '', hash)
  const of = (kind: Way) => ways.find((one) => one.kind === kind)
  const fits = await isPassphrase(given.passphrase, of('passphrase')?.secret ?? NOBODY)
  const totp = of('totp')
  const digits = given.code.replaceAll(/\s/g, '')
  const step = stepOf(totp?.secret ?? NO_SECRET, digits, context.clock.now())
  const recovery = of('recovery')
  if (account?.state !== 'active' || !fits) return null
  if (totp && step !== null && step > totp.counter)
    return { account, way: 'totp', use: (trx) => useStep(trx, totp.id, step) }
  if (recovery) return { account, way: 'recovery', use: (trx) => useUp(trx, recovery.id) }
  return null
}

/** Each code once: two who send the same one at the same moment are told apart by the database. */
async function useStep(trx: Trx, id: string, step: number): Promise<boolean> {
  const used = await trx
    .updateTable('credentials')
    .set({ counter: step })
    .where('id', '=', id)
    .where('counter', '<', step)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

async function useUp(trx: Trx, id: string): Promise<boolean> {
  const used = await trx.deleteFrom('credentials').where('id', '=', id).returning('id').executeTakeFirst()
  return used !== undefined
}

/** `subject` is what the challenge was made for: an answer to one door opens no other. */
export async function proofByPasskey(
  context: Context,
  gate: Gate,
  party: Party,
  subject: string,
  answer: Answer,
): Promise<Proof | null> {
  const challenge = challengeIn(answer)
  if (challenge === null || !gate.answered(challenge, subject)) return null
  const found = await passkeyById(context.store, String(answer.id))
  if (found?.state !== 'active') return null
  const { credential, publicKey, counter, ...account } = found
  const counted = await provenBy(party, challenge, answer, { id: String(answer.id), publicKey, counter })
  if (counted === null) return null
  return {
    account,
    way: 'passkey',
    use: async (trx) => {
      await trx.updateTable('credentials').set({ counter: counted }).where('id', '=', credential).execute()
      return true
    },
  }
}
