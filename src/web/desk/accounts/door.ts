/** What every route about signing in needs: who answers for it, and what a browser sent of its device and its passkey. */
import type { Hono, Context as Request } from 'hono'
import { deviceOf } from '../../../core/device.ts'
import { refuse } from '../../../core/faults.ts'
import type { DemoEntrance } from '../../../usecases/accounts/demo-entrance.ts'
import type { Gate } from '../../../usecases/accounts/gate.ts'
import type { Context } from '../../../usecases/context.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { partyOf } from '../party.ts'

export type Door = {
  readonly context: Context
  readonly gate: Gate
  /** Address people type; empty: localhost. */
  readonly origin: string
  /** There in the demo alone. */
  readonly demo: DemoEntrance | null
}
export type Desk = Hono<DeskEnv>

export const deviceIn = (c: Request): string => deviceOf(c.req.header('User-Agent') ?? '')

export function needParty(c: Request, { origin }: Door): NonNullable<ReturnType<typeof partyOf>> {
  const party = partyOf(c, origin)
  if (!party) throw refuse('account.passkey-address')
  return party
}

/** An answer of a browser, as far as it must be one to be looked into at all. */
export function answerIn(given: unknown): { readonly id: string } & Readonly<Record<string, unknown>> {
  if (given !== null && typeof given === 'object' && 'id' in given && typeof given.id === 'string')
    return given as { readonly id: string }
  throw refuse('account.passkey')
}
