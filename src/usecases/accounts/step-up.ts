/** Somebody signed in who shows again who they are in; their session, confirmed and under a new token, out. */
import type { Gate } from '../../adapters/gate.ts'
import { type Answer, askPasskey, type Party } from '../../adapters/passkeys.ts'
import type { Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { waysOf } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { type Given, type Proof, proofByPasskey, proofByPassphrase } from './proof.ts'
import { renewSession } from './sessions.ts'

/** Bound to the session: an answer given elsewhere confirms nothing here. */
const subjectOf = ({ session }: Visitor): string => `step-up ${session.hash}`

export async function stepUpChallenge(
  context: Context,
  gate: Gate,
  party: Party,
  visitor: Visitor,
): ReturnType<typeof askPasskey> {
  const ways = await waysOf(context.store, visitor.actor.account)
  return askPasskey(
    party,
    gate.challenge(subjectOf(visitor)),
    ways.flatMap((one) => one.key_id ?? []),
  )
}

export async function stepUpByPassphrase(
  context: Context,
  gate: Gate,
  visitor: Visitor,
  given: Given,
): Promise<string> {
  await gate.pass(visitor.actor.handle)
  return confirm(context, visitor, await proofByPassphrase(context, visitor.actor.handle, given))
}

export async function stepUpByPasskey(
  context: Context,
  gate: Gate,
  party: Party,
  visitor: Visitor,
  answer: Answer,
): Promise<string> {
  return confirm(context, visitor, await proofByPasskey(context, gate, party, subjectOf(visitor), answer))
}

async function confirm(context: Context, { actor, session }: Visitor, proof: Proof | null): Promise<string> {
  if (proof?.account.id !== actor.account) throw refuse('account.refused')
  const change = { actor: actor.handle, did: 'step-up', to: actor.handle, said: { way: proof.way } }
  return changeAccounts(context, change, async (trx) => {
    if (!(await proof.use(trx))) throw refuse('account.refused')
    return renewSession(trx, session.hash, context.clock.now())
  })
}
