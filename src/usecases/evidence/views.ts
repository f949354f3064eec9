/** A file as received, opened by somebody at the desk in; that they did, beside the log, out. And what is kept of one person erased. */
import { HOME } from '../../core/access.ts'
import type { CustodySheet } from '../../core/custody.ts'
import { refuse } from '../../core/faults.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import { changeAccounts } from '../accounts/change.ts'
import type { Context } from '../context.ts'

export type Viewed = { readonly sha256: string; readonly id: string; readonly organisation: string | null }

/** Written before the bytes are handed over. To the minute, since a browser may ask for one file twice. */
export async function noteView(context: Context, { sha256, id, organisation }: Viewed): Promise<void> {
  const { house, actor, clock } = context
  if (!actor) return
  const at = `${clock.now().slice(0, 16)}:00.000Z`
  await house
    .insertInto('file_views')
    .values({ sha256, document: id, organisation: organisation ?? HOME, account: actor.account, at })
    .onConflict((one) => one.doNothing())
    .execute()
}

/** Oldest first; `within`: a compartment, whose views alone are told. */
export const viewsOf = (
  house: Context['house'],
  sha256: string,
  within: string | undefined,
): Promise<CustodySheet['views']> =>
  house
    .selectFrom('file_views')
    .innerJoin('accounts', 'accounts.id', 'file_views.account')
    .select(['file_views.at', 'accounts.handle as by'])
    .where('sha256', '=', sha256)
    .$if(within !== undefined, (all) => all.where('file_views.organisation', '=', within ?? ''))
    .orderBy('file_views.at')
    .orderBy('accounts.handle')
    .execute()

/** Of somebody who is in danger for what they read. The log says that it was done. Returns how many there were. */
export async function forgetViews(
  context: Pick<Context, 'store' | 'clock'>,
  { of, by, why }: { readonly of: string; readonly by: string; readonly why: string },
): Promise<number> {
  const account = await accountByHandle(context.store, of)
  if (!account) throw refuse('account.unknown', { handle: of })
  return changeAccounts(context, { actor: by, did: 'forget-views', to: of, said: { why } }, async (trx) => {
    const gone = await trx.deleteFrom('file_views').where('account', '=', account.id).executeTakeFirst()
    return Number(gone.numDeletedRows)
  })
}
