/** Decisions on who may read an incident or one of its fields in, what they come to out: of the newest version, or of the one that is shown. */
import { type DecidedTier, narrower, TIERS, type Tier } from '../../core/tier.ts'
import { FIELDS, type Field } from '../../core/values.ts'
import type { Store } from '../connect.ts'

/** The field under which a tier is decided; it has no claims, for no source says it. */
export const TIER_FIELD = 'tier'
/** The same for one field of the record. */
export const tierFieldOf = (field: Field): string => `${TIER_FIELD}:${field}`

type Reader = Pick<Store, 'selectFrom'>
/** Incident → the log entry up to which it is shown; one that is not here is read whole. */
type UpTo = ReadonlyMap<string, number>

export async function loadTiers(
  store: Reader,
  upTo: UpTo = new Map(),
): Promise<ReadonlyMap<string, DecidedTier>> {
  const tiers = await decidedTiers(store, [TIER_FIELD], upTo)
  return new Map(
    [...tiers].flatMap(([record, own]) => [...own.values()].map((one) => [record, one] as const)),
  )
}

export async function loadFieldTiers(
  store: Reader,
  upTo: UpTo = new Map(),
): Promise<ReadonlyMap<string, ReadonlyMap<Field, DecidedTier>>> {
  const fields = new Map(FIELDS.map((field) => [tierFieldOf(field), field]))
  const tiers = await decidedTiers(store, [...fields.keys()], upTo)
  return new Map(
    [...tiers].map(([record, own]) => [
      record,
      new Map(
        [...own].flatMap(([name, tier]) => {
          const field = fields.get(name)
          return field ? [[field, tier] as const] : []
        }),
      ),
    ]),
  )
}

/**
 * Record → field → tier; of two decisions on the same the later counts. An opening counts only in the version it was made
 * for; a narrowing counts at once, whether or not the version it came with has been cleared.
 */
async function decidedTiers(
  store: Reader,
  fields: readonly string[],
  upTo: UpTo,
): Promise<ReadonlyMap<string, ReadonlyMap<string, DecidedTier>>> {
  const rows = await store
    .selectFrom('decisions')
    .select(['record', 'field', 'held', 'event'])
    .where('record_kind', '=', 'incident')
    .where('field', 'in', fields)
    .orderBy('event')
    .execute()
  if (rows.length === 0) return new Map()
  const isShown = (row: { readonly record: string; readonly event: number }): boolean =>
    row.event <= (upTo.get(row.record) ?? Number.POSITIVE_INFINITY)
  const newest = await newestShown(store, [...new Set(rows.map((one) => one.record))], isShown)
  const tiers = new Map<string, Map<string, DecidedTier>>()
  for (const row of rows) {
    const own = tiers.get(row.record) ?? new Map<string, DecidedTier>()
    tiers.set(row.record, own)
    const tier = tierOr(row.held?.[0]?.value)
    if (isShown(row)) own.set(row.field, { tier, isNewest: row.event === newest.get(row.record) })
    else if (tier !== 'public')
      own.set(row.field, { tier: narrower(own.get(row.field)?.tier ?? 'public', tier), isNewest: false })
  }
  return tiers
}

export type TierDecided = {
  /** Null: of the record. */
  readonly field: Field | null
  readonly tier: Tier
  readonly by: string
  readonly at: string
  readonly why: string | null
}

/** What was decided last on who may read one record and each of its fields. */
export async function tiersDecided(store: Reader, id: string): Promise<readonly TierDecided[]> {
  const names = new Map<string, Field | null>([
    [TIER_FIELD, null],
    ...FIELDS.map((field) => [tierFieldOf(field), field] as const),
  ])
  const rows = await store
    .selectFrom('decisions')
    .select(['field', 'held', 'by', 'at', 'why'])
    .where('record_kind', '=', 'incident')
    .where('record', '=', id)
    .where('field', 'in', [...names.keys()])
    .orderBy('event')
    .execute()
  const newest = new Map(rows.map((one) => [one.field, one]))
  return [...newest].map(([name, { held, by, at, why }]) => ({
    field: names.get(name) ?? null,
    tier: tierOr(held?.[0]?.value),
    ...{ by, at, why },
  }))
}

/** The newest decision on each record among those that are shown. */
async function newestShown(
  store: Reader,
  records: readonly string[],
  isShown: (row: { readonly record: string; readonly event: number }) => boolean,
): Promise<ReadonlyMap<string, number>> {
  const decided = await store
    .selectFrom('decisions')
    .select(['record', 'event'])
    .distinct()
    .where('record_kind', '=', 'incident')
    .where('record', 'in', records)
    .orderBy('event')
    .execute()
  return new Map(decided.filter(isShown).map((one) => [one.record, one.event]))
}

/** A tier that cannot be read any more is the narrowest, never none. */
const tierOr = (value: unknown): Tier => TIERS.find((one) => one === value) ?? 'sealed'
