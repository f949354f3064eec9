/** A passkey's answer, or handle, passphrase and code, in; the token of a new session out. */
import type { Gate } from '../../adapters/gate.ts'
import { type Answer, askPasskey, type Party } from '../../adapters/passkeys.ts'
import { refuse } from '../../core/faults.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { type Given, type Proof, proofByPasskey, proofByPassphrase } from './proof.ts'
import { openSession } from './sessions.ts'

const SUBJECT = 'sign-in'
/** As long as a handle can be, and then some: what is longer is nobody's. */
const tidyHandle = (typed: string): string => typed.trim().toLowerCase().slice(0, 64)

export const signInChallenge = (gate: Gate, party: Party): ReturnType<typeof askPasskey> =>
  askPasskey(party, gate.challenge(SUBJECT))

/** Every refusal is the same one: which part was wrong is for whoever has the right ones to find out. */
export async function signInByPassphrase(
  context: Context,
  gate: Gate,
  given: Given & { readonly handle: string },
  device: string,
): Promise<string> {
  const handle = tidyHandle(given.handle)
  await gate.pass(handle)
  return enter(context, await proofByPassphrase(context, handle, given), device)
}

export async function signInByPasskey(
  context: Context,
  gate: Gate,
  party: Party,
  answer: Answer,
  device: string,
): Promise<string> {
  return enter(context, await proofByPasskey(context, gate, party, SUBJECT, answer), device)
}

async function enter(context: Context, proof: Proof | null, device: string): Promise<string> {
  if (!proof) throw refuse('account.refused')
  const { account, way, use } = proof
  const change = { actor: account.handle, did: 'sign-in', to: account.handle, said: { way } }
  return changeAccounts(context, change, async (trx) => {
    if (!(await use(trx))) throw refuse('account.refused')
    return openSession(trx, context.clock.now(), account, device)
  })
}
