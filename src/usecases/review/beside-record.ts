/** A record and whoever works on it in, what its form needs besides values out: tiers decided, links it has, records it may be linked with. */
import type { Tier } from '../../core/tier.ts'
import { type Relation, recordRows } from '../../store/queries/records.ts'
import { type TierDecided, tiersDecided } from '../../store/queries/tiers.ts'
import type { IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { readRelations } from '../read-records.ts'

export type BesideRecord = {
  readonly tiers: readonly TierDecided[]
  readonly links: readonly Relation[]
  /** The newest that whoever asks may read; others are found by their words. */
  readonly records: readonly IncidentRow[]
}

const MOST = 40

/** `record` null: it is not made yet. */
export async function besideRecord(context: Context, record: string | null): Promise<BesideRecord> {
  const rows = await recordRows(context.store, { limit: MOST, offset: 0 })
  return {
    tiers: record === null ? [] : await tiersDecided(context.store, record),
    links: record === null ? [] : (await readRelations(context, record)).filter((one) => !one.toIt),
    records: rows.filter((row) => row.id !== record && mayRead(context, 'team', targetOf(row))),
  }
}

/** The tier somebody decided of the record; null: its subjects decide. */
export const tierDecided = ({ tiers }: Pick<BesideRecord, 'tiers'>): Tier | null =>
  tiers.find((one) => one.field === null)?.tier ?? null
