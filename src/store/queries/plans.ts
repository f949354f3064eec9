/** A plan's entries as they were written, in the order in which they came in, and which plans an organisation has. */
import { sql } from 'kysely'
import type { PlanEntry } from '../../core/plan/entry.ts'
import type { Store } from '../connect.ts'
import type { PlanEntryRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
type Own = { readonly organisation: string }

const ofOrganisation = (organisation: string) =>
  sql<boolean>`coalesce(organisation, 'home') = ${organisation}`

const entryOf = (row: PlanEntryRow): PlanEntry => ({
  ...{ id: row.id, plan: row.plan, line: row.line, part: row.part, field: row.field, text: row.text },
  ...{ after: row.after, at: row.written_at, by: row.written_by },
})

export type KeptPlan = {
  readonly entries: ReadonlyMap<string, PlanEntry>
  /** Id of an entry → who of staff wrote it or brought it in. */
  readonly brought: ReadonlyMap<string, string>
}

export async function keptPlan(store: Reader, plan: string, { organisation }: Own): Promise<KeptPlan> {
  const rows = await store
    .selectFrom('plan_entries')
    .selectAll()
    .where('plan', '=', plan)
    .where(ofOrganisation(organisation))
    .orderBy('event')
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return {
    entries: new Map(rows.map((row) => [row.id, entryOf(row)])),
    brought: new Map(rows.map((row) => [row.id, row.by])),
  }
}

export type ListedPlan = {
  readonly plan: string
  readonly entries: number
  /** When something of it last came in. */
  readonly last: string
  /** Of its first page, as a plan of its own. */
  readonly front: ReadonlyMap<string, PlanEntry>
}

/** The one that was worked on last first. */
export async function listedPlans(
  store: Reader,
  { organisation }: Own,
  { page, atOnce }: { readonly page: number; readonly atOnce: number },
): Promise<readonly ListedPlan[]> {
  const plans = await store
    .selectFrom('plan_entries')
    .select(({ fn }) => ['plan', fn.countAll<string>().as('entries'), fn.max('at').as('last')])
    .where(ofOrganisation(organisation))
    .groupBy('plan')
    .orderBy(sql`max(event)`, 'desc')
    .offset((page - 1) * atOnce)
    .limit(atOnce)
    .execute()
  if (plans.length === 0) return []
  const fronts = await store
    .selectFrom('plan_entries')
    .selectAll()
    .where(ofOrganisation(organisation))
    .where('line', '=', 'front')
    .where(
      'plan',
      'in',
      plans.map((one) => one.plan),
    )
    .execute()
  const byPlan = Map.groupBy(fronts, (one) => one.plan)
  return plans.map(({ plan, entries, last }) => ({
    ...{ plan, last, entries: Number(entries) },
    front: new Map((byPlan.get(plan) ?? []).map((row) => [row.id, entryOf(row)])),
  }))
}
