/** Windows that are due in; closed and counted in one transaction each, and what readers see of it, out. Killed anywhere, it goes on. */
import { sql, type Transaction } from 'kysely'
import { today } from '../../adapters/clock.ts'
import type { Store } from '../../store/connect.ts'
import { campaignsWithActions } from '../../store/queries/actions.ts'
import type { Tables } from '../../store/tables.ts'
import type { Actions } from './actions.ts'
import { showCounts } from './show-counts.ts'
import { closeWindow } from './windows.ts'

type Counting = Pick<Actions, 'store' | 'clock' | 'door' | 'names'>

/** `atOnce`: a window with few actions too, of this campaign, as when it closes, or of all. Returns how many windows were counted. */
export async function countActions(
  { store, clock, door }: Omit<Counting, 'names'>,
  { atOnce = false }: { readonly atOnce?: boolean | string } = {},
): Promise<number> {
  const all = store.selectFrom('action_windows').select(['campaign', 'n']).where('closed', '=', false)
  const open = await (typeof atOnce === 'string' ? all.where('campaign', '=', atOnce) : all).execute()
  let counted = 0
  for (const { campaign, n } of open) {
    const isClosed = (await door(campaign))?.isClosed ?? false
    const done = await store.transaction().execute(async (trx) => {
      if (
        !(await closeWindow(trx, { campaign, n, today: today(clock), atOnce: atOnce !== false || isClosed }))
      )
        return false
      await addWindow(trx, campaign, n)
      return true
    })
    if (done) counted += 1
  }
  return counted
}

/** In the transaction that closes it: a window is counted once, or not yet. */
const addWindow = (trx: Transaction<Tables>, campaign: string, n: number): Promise<unknown> =>
  sql`
    insert into action_counts (campaign, kind, country, day, cohort, held, n)
    select campaign, kind, country, day, cohort, held, count(*) from actions
    where campaign = ${campaign} and n = ${n} group by campaign, kind, country, day, cohort, held
    on conflict (campaign, kind, country, day, cohort, held) do update set n = action_counts.n + excluded.n`.execute(
    trx,
  )

/** The minute's work: what is due is counted, and pages that show it are made anew if they show anything else than before. */
export async function countAndShow(counting: Counting): Promise<number> {
  const counted = await countActions(counting)
  await showCounts(counting)
  return counted
}

export type Recounted = { readonly campaign: string; readonly stood: number; readonly counted: number }

/** Each night: every row of every closed window again. What differs is put right, told, and kept where readers can see it. */
export async function recountActions({
  store,
  clock,
}: Pick<Counting, 'store' | 'clock'>): Promise<readonly Recounted[]> {
  const told: Recounted[] = []
  for (const campaign of await campaignsWithActions(store))
    told.push(
      await store.transaction().execute(async (trx) => {
        // Nobody closes a window meanwhile.
        await sql`select 1 from action_windows where campaign = ${campaign} and not closed for update`.execute(
          trx,
        )
        const stood = await sumOf(trx, campaign)
        const fresh = sql`
          select actions.campaign, kind, country, actions.day, cohort, held, count(*)::integer as n from actions join action_windows using (campaign, n)
          where campaign = ${campaign} and closed group by actions.campaign, kind, country, actions.day, cohort, held`
        const { rows } = await sql<{ n: number }>`
          select count(*)::integer as n from ((${fresh} except table action_counts) union all
          (select * from action_counts where campaign = ${campaign} except ${fresh})) differing`.execute(trx)
        if ((rows[0]?.n ?? 0) > 0) {
          await trx.deleteFrom('action_counts').where('campaign', '=', campaign).execute()
          await sql`insert into action_counts ${fresh}`.execute(trx)
        }
        const counted = await sumOf(trx, campaign)
        await trx
          .insertInto('action_recounts')
          .values({ campaign, day: today(clock), stood, counted })
          .onConflict((one) => one.columns(['campaign', 'day']).doUpdateSet({ stood, counted }))
          .execute()
        return { campaign, stood, counted }
      }),
    )
  return told
}

async function sumOf(trx: Pick<Store, 'selectFrom'>, campaign: string): Promise<number> {
  const row = await trx
    .selectFrom('action_counts')
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .where('campaign', '=', campaign)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
