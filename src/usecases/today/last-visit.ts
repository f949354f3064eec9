/** Who looks at the first page in; the entry of the log up to which their last visit had seen out. A visit is a session, not a page. */
import type { Visitor } from '../../core/account.ts'
import { newestEntry } from '../../store/queries/log.ts'
import type { Context } from '../context.ts'

/** Null: they were never here. Kept of each account: two numbers and which session it is, like what a session keeps of itself. */
export async function lastVisit({ house }: Context, { actor, session }: Visitor): Promise<number | null> {
  const newest = await newestEntry(house)
  const { account } = actor
  const before = await house
    .selectFrom('visits')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst()
  const since = before?.session === session.id ? before.since_event : (before?.seen_event ?? null)
  const visit = { session: session.id, since_event: since, seen_event: newest }
  await house
    .insertInto('visits')
    .values({ account, ...visit })
    .onConflict((one) => one.column('account').doUpdateSet(visit))
    .execute()
  return since
}
