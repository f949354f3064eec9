/** What readers are told of a country or of the house as a whole: ratings, alerts, analyses, cards, tactics, and when it last changed. */

import { sql } from 'kysely'
import type { PublicAnalysis } from '../../core/analysis.ts'
import type { Json } from '../../core/json.ts'
import type { PublicWatch, ReleasedRatings } from '../../core/rating/public-rating.ts'
import type { PublicTactic } from '../../core/tactic.ts'
import type { CardStanding } from '../../core/teach/standing.ts'
import type { TaughtSum } from '../../core/teach/tally.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>

/** Another whenever anything public was made anew: that writes this row last, in the same transaction. */
export async function publicVersion(store: Reader): Promise<string> {
  const row = await store
    .selectFrom('public_state')
    .select(sql<string>`xmin::text || ' ' || ctid::text`.as('version'))
    .where('key', '=', 'through')
    .executeTakeFirst()
  return row?.version ?? ''
}

export async function publicState(store: Reader, key: string): Promise<Json | null> {
  return (
    (await store.selectFrom('public_state').select('value').where('key', '=', key).executeTakeFirst())
      ?.value ?? null
  )
}

/** What the panel released of a country; null: nothing. The brand survives storage, as above. */
export const publicRatings = async (store: Reader, country: string): Promise<ReleasedRatings | null> =>
  (await publicState(store, `ratings ${country}`)) as unknown as ReleasedRatings | null

export const publicWatch = async (store: Reader, country: string): Promise<PublicWatch | null> =>
  (await publicState(store, `watch ${country}`)) as unknown as PublicWatch | null

/** Legal analyses that a lawyer decided to be public, of laws and incidents of a country, the oldest first. */
export const publicAnalyses = async (store: Reader, country: string): Promise<readonly PublicAnalysis[]> =>
  ((await publicState(store, `analyses ${country}`)) ?? []) as unknown as readonly PublicAnalysis[]

/** Tactics that groups added to the library. */
export const publicTactics = async (store: Reader): Promise<readonly PublicTactic[]> =>
  ((await publicState(store, 'tactics')) ?? []) as unknown as readonly PublicTactic[]

/** Lessons that were given, by kit; one of too few learners is not among them. */
export const publicLessons = async (
  store: Reader,
  country: string,
): Promise<Readonly<Record<string, TaughtSum>>> =>
  ((await publicState(store, `lessons ${country}`)) ?? {}) as unknown as Readonly<Record<string, TaughtSum>>

/** How each law card of a country stands, by its id and language; one that is not among them is a draft. */
export const publicCards = async (
  store: Reader,
  country: string,
): Promise<Readonly<Record<string, CardStanding>>> =>
  ((await publicState(store, `cards ${country}`)) ?? {}) as unknown as Readonly<Record<string, CardStanding>>
