/** Decisions on who may read an incident in, what they come to out: of the newest version, or of the one that is shown. */
import { type DecidedTier, narrower, TIERS, type Tier } from '../../core/tier.ts'
import type { Store } from '../connect.ts'

/** The field under which a tier is decided; it has no claims, for no source says it. */
export const TIER_FIELD = 'tier'

/**
 * `upTo`: the log entry up to which an incident is shown. An opening counts only if that version was opened; a narrowing
 * counts at once, whether or not the version it came with has been cleared.
 */
export async function loadTiers(
  store: Pick<Store, 'selectFrom'>,
  upTo: ReadonlyMap<string, number> = new Map(),
): Promise<ReadonlyMap<string, DecidedTier>> {
  const rows = await store
    .selectFrom('decisions')
    .select(['record', 'held', 'event'])
    .where('record_kind', '=', 'incident')
    .where('field', '=', TIER_FIELD)
    .orderBy('event')
    .execute()
  if (rows.length === 0) return new Map()
  const decided = await store
    .selectFrom('decisions')
    .select(['record', 'event'])
    .distinct()
    .where('record_kind', '=', 'incident')
    .where('record', 'in', [...new Set(rows.map((one) => one.record))])
    .execute()
  const isShown = (row: { readonly record: string; readonly event: number }): boolean =>
    row.event <= (upTo.get(row.record) ?? Number.POSITIVE_INFINITY)
  const last = new Map<string, number>()
  for (const row of decided.filter(isShown))
    last.set(row.record, Math.max(last.get(row.record) ?? 0, row.event))
  const tiers = new Map<string, DecidedTier>()
  for (const row of rows) {
    const tier = tierOr(row.held?.[0]?.value)
    const before = tiers.get(row.record)
    if (isShown(row)) tiers.set(row.record, { tier, isNewest: row.event === last.get(row.record) })
    else if (tier !== 'public')
      tiers.set(row.record, { tier: narrower(before?.tier ?? 'public', tier), isNewest: false })
  }
  return tiers
}

/** A tier that cannot be read any more is the narrowest, never none. */
const tierOr = (value: unknown): Tier => TIERS.find((one) => one === value) ?? 'sealed'
