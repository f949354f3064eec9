/** Decisions on who may read an incident or one of its fields in, the newest of each out. */
import { type DecidedTier, TIERS, type Tier } from '../../core/tier.ts'
import { FIELDS, type Field } from '../../core/values.ts'
import type { Store } from '../connect.ts'

/** The field under which a tier is decided; it has no claims, for no source says it. */
export const TIER_FIELD = 'tier'
/** The same for one field of the record. */
export const tierFieldOf = (field: Field): string => `${TIER_FIELD}:${field}`

type Reader = Pick<Store, 'selectFrom'>

export async function loadTiers(store: Reader): Promise<ReadonlyMap<string, DecidedTier>> {
  const rows = await decidedTiers(store, [TIER_FIELD])
  return new Map(rows.map(({ record, tier, isNewest }) => [record, { tier, isNewest }]))
}

export async function loadFieldTiers(
  store: Reader,
): Promise<ReadonlyMap<string, ReadonlyMap<Field, DecidedTier>>> {
  const fields = new Map(FIELDS.map((field) => [tierFieldOf(field), field]))
  const tiers = new Map<string, Map<Field, DecidedTier>>()
  for (const { record, field, tier, isNewest } of await decidedTiers(store, [...fields.keys()])) {
    const own = tiers.get(record) ?? new Map<Field, DecidedTier>()
    const of = fields.get(field)
    if (of) tiers.set(record, own.set(of, { tier, isNewest }))
  }
  return tiers
}

type Decided = DecidedTier & { readonly record: string; readonly field: string }

/** In the order of their decisions: of two on the same the later counts. */
async function decidedTiers(store: Reader, fields: readonly string[]): Promise<readonly Decided[]> {
  const rows = await store
    .selectFrom('decisions')
    .select(['record', 'field', 'held', 'event'])
    .where('record_kind', '=', 'incident')
    .where('field', 'in', fields)
    .orderBy('event')
    .execute()
  if (rows.length === 0) return []
  const newest = await store
    .selectFrom('decisions')
    .select((one) => ['record', one.fn.max('event').as('event')])
    .where('record_kind', '=', 'incident')
    .groupBy('record')
    .execute()
  const last = new Map(newest.map((one) => [one.record, Number(one.event)]))
  return rows.map(({ record, field, held, event }) => ({
    record,
    field,
    tier: tierOr(held?.[0]?.value),
    isNewest: Number(event) === last.get(record),
  }))
}

/** A tier that cannot be read any more is the narrowest, never none. */
const tierOr = (value: unknown): Tier => TIERS.find((one) => one === value) ?? 'sealed'
