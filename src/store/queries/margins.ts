/** Settings of margins in, the newest margin of each country and year out. */
import type { Margin } from '../../core/margin.ts'
import type { Store } from '../connect.ts'

/** By `country year`. */
export async function loadMargins(store: Pick<Store, 'selectFrom'>): Promise<ReadonlyMap<string, Margin>> {
  const rows = await store.selectFrom('margins').selectAll().orderBy('event').execute()
  return new Map(rows.map(({ country, year, low, high }) => [`${country} ${year}`, { low, high }]))
}

/** What the log says of settings: the quarter of the newest one, and the day the log began. */
export async function settingsIn(
  store: Pick<Store, 'selectFrom'>,
  useCase: string,
): Promise<{ readonly newest: string | null; readonly begun: string | null }> {
  const newest = await store
    .selectFrom('events')
    .select('object')
    .where('use_case', '=', useCase)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const first = await store.selectFrom('events').select('at').orderBy('seq').limit(1).executeTakeFirst()
  return { newest: newest?.object ?? null, begun: first?.at ?? null }
}
