/** Ways to sign in, checked and written: a passkey; or a passphrase with one-time codes and ten recovery codes. */
import { hashPassphrase } from '../../adapters/argon2.ts'
import { newId, newRecoveryCode, tidyCode } from '../../adapters/chance.ts'
import { stepOf } from '../../adapters/one-time-codes.ts'
import type { Passkey } from '../../adapters/passkeys.ts'
import { RECOVERY_CODES } from '../../core/account.ts'
import { passphraseFaults } from '../../core/passphrase.ts'
import { sha256 } from '../../store/leaf.ts'
import type { CredentialRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import type { Trx } from './change.ts'

/** A copy: callers add what else is wrong, so that everything is told at once. */
export const checkPassphrase = (passphrase: string, handle: string) => [
  ...passphraseFaults(passphrase, handle),
]

/** A secret with the step of the code that showed it is in somebody's phone. That code is used by this. */
export type Totp = { readonly secret: string; readonly step: number }

export function checkedTotp(context: Context, secret: string, code: string): Totp | null {
  const step = stepOf(secret, code.replaceAll(/\s/g, ''), context.clock.now())
  return step === null ? null : { secret, step }
}

type Fresh = Omit<CredentialRow, 'account' | 'since'>
const fresh = (kind: CredentialRow['kind'], secret: string, counter = 0): Fresh => ({
  ...{ id: newId(), kind, key_id: null, secret, counter, label: '' },
})

export const totpRow = (totp: Totp): Fresh => fresh('totp', totp.secret, totp.step)
export const passphraseRow = async (passphrase: string): Promise<Fresh> =>
  fresh('passphrase', await hashPassphrase(passphrase))

/** Shown once; only hashes are kept. Eighty random bits need no slow hash. */
export function newRecoveryCodes(): { readonly codes: readonly string[]; readonly rows: readonly Fresh[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  return { codes, rows: codes.map((code) => fresh('recovery', sha256(tidyCode(code)))) }
}

/** Before the transaction: hashing takes time, and writers wait for each other. */
export async function hashed(
  context: Context,
  passphrase: string,
  totp: Totp,
): Promise<{ readonly rows: readonly CredentialRow[]; readonly recoveryCodes: readonly string[] }> {
  const { codes, rows } = newRecoveryCodes()
  const all = [await passphraseRow(passphrase), totpRow(totp), ...rows]
  const since = context.clock.now().slice(0, 10)
  return { rows: all.map((row) => ({ ...row, account: '', since })), recoveryCodes: codes }
}

export async function writePassphrase(
  trx: Trx,
  account: string,
  rows: readonly CredentialRow[],
): Promise<void> {
  await trx
    .insertInto('credentials')
    .values(rows.map((row) => ({ ...row, account })))
    .execute()
}

/** What was there of these kinds goes, what is new comes. */
export async function replaceWays(
  trx: Trx,
  context: Context,
  account: string,
  rows: readonly Fresh[],
): Promise<void> {
  const kinds = [...new Set(rows.map((row) => row.kind))]
  await trx.deleteFrom('credentials').where('account', '=', account).where('kind', 'in', kinds).execute()
  const since = context.clock.now().slice(0, 10)
  await writePassphrase(
    trx,
    account,
    rows.map((row) => ({ ...row, account, since })),
  )
}

export async function writePasskey(
  trx: Trx,
  context: Context,
  account: string,
  key: Passkey,
  label: string,
): Promise<void> {
  const since = context.clock.now().slice(0, 10)
  const row = { ...fresh('passkey', key.publicKey, key.counter), key_id: key.id, label, account, since }
  await trx.insertInto('credentials').values(row).execute()
}
