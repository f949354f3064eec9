/** A campaign in, the window that its actions go into out: open to every writer at once, closed by one, counted when it is closed. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../store/tables.ts'

/**
 * The lock is shared, so writers do not wait for each other; whoever closes the window waits for all of them. A row of it tells
 * its day and no more: a window holds twenty actions at least, or a whole day.
 */
export async function windowOf(trx: Transaction<Tables>, campaign: string, day: string): Promise<number> {
  const open = await trx
    .selectFrom('action_windows')
    .select(['n', 'day'])
    .where('campaign', '=', campaign)
    .where('closed', '=', false)
    .forShare()
    .executeTakeFirst()
  if (open) return open.n
  // Two who find none: the second waits here, and goes into the window that the first made.
  await sql`select pg_advisory_xact_lock(hashtext('action window'), hashtext(${campaign}))`.execute(trx)
  const { rows } = await sql<{ n: number }>`
    insert into action_windows (campaign, n, day, closed)
    select ${campaign}, coalesce(max(n), 0) + 1, ${day}, false from action_windows where campaign = ${campaign}
    on conflict (campaign) where not closed do nothing returning n`.execute(trx)
  const made = rows[0]?.n
  if (made !== undefined) return made
  const found = await trx
    .selectFrom('action_windows')
    .select('n')
    .where('campaign', '=', campaign)
    .where('closed', '=', false)
    .forShare()
    .executeTakeFirstOrThrow()
  return found.n
}

/** Fewer than this, and the window stays open until its day is over. */
export const FEWEST_IN_WINDOW = 20

/** Closes it if it is due: afterwards nobody can write into it. Returns whether it did. */
export async function closeWindow(
  trx: Transaction<Tables>,
  {
    campaign,
    n,
    today,
    atOnce,
  }: { readonly campaign: string; readonly n: number; readonly today: string; readonly atOnce: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean; day: string; held: number }>`
    select closed, day, (select count(*) from (select 1 from actions where campaign = ${campaign} and n = ${n} limit ${FEWEST_IN_WINDOW}) as first_of_it)::integer as held
    from action_windows where campaign = ${campaign} and n = ${n} for update`.execute(trx)
  const [row] = rows
  if (!row || row.closed) return false
  if (!atOnce && row.day >= today && row.held < FEWEST_IN_WINDOW) return false
  await trx
    .updateTable('action_windows')
    .set({ closed: true })
    .where('campaign', '=', campaign)
    .where('n', '=', n)
    .execute()
  return true
}
