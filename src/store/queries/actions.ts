/** Reads of actions that came in: counted rows, rulings, what waits to be looked at. */
import { sql } from 'kysely'
import type { ActionRuling, CountedActions, ToldApart } from '../../core/act/rulings.ts'
import type { Store } from '../connect.ts'
import type { ActionPatchRow, ActionRecountRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

export const actionRulings = (store: Reader): Promise<readonly ActionRuling[]> =>
  store
    .selectFrom('action_rulings')
    .select(['id', 'body', 'by', 'at', 'why', 'event'])
    .orderBy('event')
    .execute()

/** A row of a sum over days, and over groups of domains, has these in their place: no ruling can name them. */
const [ANY_DAY, ANY_COHORT] = ['', '*']

/**
 * Of closed windows, summed here as far as nobody has to tell them apart: a petition that is signed from thousands of domains a
 * day has a million rows after a year, and is shown anew each minute.
 */
export const countedActions = (
  store: Reader,
  campaign: string,
  { days, cohorts }: ToldApart,
): Promise<readonly CountedActions[]> => {
  const day = days ? sql<string>`day` : sql<string>`${ANY_DAY}::text`
  const cohort = sql<string>`case when cohort = any(${cohorts}) then cohort else ${ANY_COHORT} end`
  return store
    .selectFrom('action_counts')
    .select(['campaign', 'kind', 'country', 'held', day.as('day'), cohort.as('cohort')])
    .select(sql<number>`sum(n)::integer`.as('n'))
    .where('campaign', '=', campaign)
    .groupBy(['campaign', 'kind', 'country', 'held', sql`5`, sql`6`])
    .execute()
}

/** Campaigns that anything came in for. */
export async function campaignsWithActions(store: Reader): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('action_windows')
    .select('campaign')
    .distinct()
    .orderBy('campaign')
    .execute()
  return rows.map((one) => one.campaign)
}

export type Trend = { readonly cohort: string; readonly n: number; readonly held: number }
/** Groups of one domain on a day, the largest first. */
export const trendsOf = (
  store: Reader,
  campaign: string,
  day: string,
  fewest: number,
): Promise<readonly Trend[]> =>
  store
    .selectFrom('action_counts')
    .select(['cohort', sql<number>`sum(n)::integer`.as('n')])
    .select(sql<number>`coalesce(sum(n) filter (where held), 0)::integer`.as('held'))
    .where('campaign', '=', campaign)
    .where('day', '=', day)
    .where('cohort', '!=', '')
    .groupBy('cohort')
    .having(sql<boolean>`sum(n) >= ${fewest}`)
    .orderBy('n', 'desc')
    .orderBy('cohort')
    .execute()

/** Days on which the rows said something else than the totals. */
export const driftsOf = (store: Reader, campaign: string): Promise<readonly ActionRecountRow[]> =>
  store
    .selectFrom('action_recounts')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('day', 'desc')
    .limit(30)
    .execute()

/** Null: of all states; oldest first, so that who waits longest is read first. */
export const patchesOf = (
  store: Reader,
  campaign: string,
  shown: boolean | null,
  limit: number,
): Promise<readonly ActionPatchRow[]> =>
  store
    .selectFrom('action_patches')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('shown', 'is', shown)
    .orderBy('day')
    .orderBy('id')
    .limit(limit)
    .execute()

/** The newest, the oldest of them first; of one day in no order. */
export async function sewnPatches(
  store: Reader,
  campaign: string,
  limit: number,
  by: number,
): Promise<readonly ActionPatchRow[]> {
  const { n } = await store
    .selectFrom('action_patches')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('campaign', '=', campaign)
    .executeTakeFirstOrThrow()
  const rows = await store
    .selectFrom('action_patches')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('day', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(Number(n) % by)
    .execute()
  return rows.toReversed()
}
