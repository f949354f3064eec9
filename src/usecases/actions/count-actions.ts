/** Windows that are due in; closed and counted in one transaction each, and what readers see of it, out. Killed anywhere, it goes on. */
import { sql, type Transaction } from 'kysely'
import { today } from '../../adapters/clock.ts'
import { countsOf, shownCounts } from '../../core/act/counts.ts'
import { switchesOf } from '../../core/act/rulings.ts'
import type { Json } from '../../core/json.ts'
import type { Store } from '../../store/connect.ts'
import { writeState } from '../../store/derived.ts'
import { actionRulings, campaignsWithActions, countedActions } from '../../store/queries/actions.ts'
import type { Tables } from '../../store/tables.ts'
import type { Actions } from './actions.ts'
import { closeWindow } from './windows.ts'

type Counting = Pick<Actions, 'store' | 'clock' | 'door'>

/** `atOnce`: a window with few actions too, as when a campaign closes. Returns how many windows were counted. */
export async function countActions(
  { store, clock, door }: Counting,
  { atOnce = false }: { readonly atOnce?: boolean } = {},
): Promise<number> {
  const open = await store
    .selectFrom('action_windows')
    .select(['campaign', 'n'])
    .where('closed', '=', false)
    .execute()
  let counted = 0
  for (const { campaign, n } of open) {
    const isClosed = (await door(campaign))?.isClosed ?? false
    const done = await store.transaction().execute(async (trx) => {
      if (!(await closeWindow(trx, { campaign, n, today: today(clock), atOnce: atOnce || isClosed })))
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

/** What readers see, made anew from the counted rows and the rulings; returns whether anything is another than before. */
export async function writePublicCounts(trx: Transaction<Tables>, door: Counting['door']): Promise<boolean> {
  const rulings = await actionRulings(trx)
  const before = await trx.selectFrom('public_action_counts').selectAll().execute()
  const known = new Map(before.map((one) => [one.campaign, JSON.stringify(one.body)]))
  const areShown = switchesOf(rulings).counts.on
  let changed = 0
  for (const campaign of areShown ? await campaignsWithActions(trx) : []) {
    const found = await door(campaign)
    if (!found) continue
    const body = shownCounts(countsOf(campaign, await countedActions(trx, campaign), rulings), found.isClosed)
    const text = JSON.stringify(body)
    const isSame = sameJson(known.get(campaign), text)
    known.delete(campaign)
    if (isSame) continue
    changed += 1
    await trx
      .insertInto('public_action_counts')
      .values({ campaign, body: text as unknown as Json })
      .onConflict((one) => one.column('campaign').doUpdateSet({ body: text as unknown as Json }))
      .execute()
  }
  const gone = [...known.keys()]
  if (gone.length > 0) await trx.deleteFrom('public_action_counts').where('campaign', 'in', gone).execute()
  return changed + gone.length > 0
}

/** The database keeps the keys of an object in an order of its own. */
const sameJson = (before: string | undefined, now: string): boolean =>
  before !== undefined && inOrder(JSON.parse(before)) === inOrder(JSON.parse(now))
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** The minute's work: what is due is counted, and pages that show it are made anew if they show anything else than before. */
export async function countAndShow(counting: Counting): Promise<number> {
  const counted = await countActions(counting)
  await showCounts(counting)
  return counted
}

export const showCounts = ({ store, door }: Pick<Counting, 'store' | 'door'>): Promise<boolean> =>
  store.transaction().execute(async (trx) => {
    await sql`lock table public_state in exclusive mode`.execute(trx)
    const changed = await writePublicCounts(trx, door)
    // Pages kept in memory ask whether anything public changed.
    if (changed) await touchPublic(trx)
    return changed
  })

async function touchPublic(trx: Transaction<Tables>): Promise<void> {
  const row = await trx
    .selectFrom('public_state')
    .select('value')
    .where('key', '=', 'through')
    .executeTakeFirst()
  if (row) await writeState(trx, 'through', row.value)
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
