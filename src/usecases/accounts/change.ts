/** A change of accounts in; its rows written, its entry in the log, in one transaction. The entry says what was done, never a secret. */
import type { Transaction } from 'kysely'
import type { Json } from '../../core/json.ts'
import { record } from '../../store/append.ts'
import type { Tables } from '../../store/tables.ts'
import type { Context } from '../context.ts'

/** Use cases of accounts begin so: they change no record, so no page, and replaying the log passes them over. */
export const ACCOUNT_PREFIX = 'account-'

export type Change = {
  /** A handle; `operator` for the command line. */
  readonly actor: string
  readonly did: string
  /** The handle or the id it was done to. */
  readonly to: string
  readonly said?: Json
}
/** What may still be done while the house is shut: somebody comes in to open it, goes, or travels. */
const WHILE_SHUT: ReadonlySet<string> = new Set([
  'sign-in',
  'step-up',
  'sign-out',
  'travel',
  'panic',
  'open-first',
  'open',
])
export type Trx = Transaction<Tables>

export const OPERATOR = 'operator'

export const changeAccounts = <T>(
  context: Pick<Context, 'store' | 'clock'>,
  { actor, did, to, said = {} }: Change,
  work: (trx: Trx) => Promise<T>,
): Promise<T> =>
  record(
    context.store,
    {
      actor,
      at: context.clock.now(),
      useCase: `${ACCOUNT_PREFIX}${did}`,
      object: to,
      input: said,
      whileShut: WHILE_SHUT.has(did),
    },
    ({ trx }) => work(trx),
  )
