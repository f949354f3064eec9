/** Decisions on who may read an incident in, the newest of each out. */
import { type DecidedTier, TIERS, type Tier } from '../../core/tier.ts'
import type { Store } from '../connect.ts'

/** The field under which a tier is decided; it has no claims, for no source says it. */
export const TIER_FIELD = 'tier'

export async function loadTiers(store: Pick<Store, 'selectFrom'>): Promise<ReadonlyMap<string, DecidedTier>> {
  const rows = await store
    .selectFrom('decisions')
    .select(['record', 'held', 'event'])
    .where('record_kind', '=', 'incident')
    .where('field', '=', TIER_FIELD)
    .orderBy('event')
    .execute()
  if (rows.length === 0) return new Map()
  const newest = await store
    .selectFrom('decisions')
    .select((one) => ['record', one.fn.max('event').as('event')])
    .where('record_kind', '=', 'incident')
    .groupBy('record')
    .execute()
  const last = new Map(newest.map((one) => [one.record, Number(one.event)]))
  return new Map(
    rows.map((row) => [
      row.record,
      { tier: tierOr(row.held?.[0]?.value), isNewest: Number(row.event) === last.get(row.record) },
    ]),
  )
}

/** A tier that cannot be read any more is the narrowest, never none. */
const tierOr = (value: unknown): Tier => TIERS.find((one) => one === value) ?? 'sealed'
