/** A plan's entries as they were written, in the order in which they came in, and which plans an organisation has. */
import { sql } from 'kysely'
import type { PlanEntry } from '../../core/plan/entry.ts'
import { STRUCK, VERSION } from '../../core/plan/terms.ts'
import type { Term } from '../../core/search.ts'
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

/** `line`: of this one alone. */
export async function keptPlan(
  store: Reader,
  plan: string,
  { organisation }: Own,
  line?: string,
): Promise<KeptPlan> {
  const rows = await store
    .selectFrom('plan_entries')
    .selectAll()
    .where('plan', '=', plan)
    .where(ofOrganisation(organisation))
    .$if(line !== undefined, (of) => of.where('line', '=', line ?? ''))
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

/** Of plans in which somebody wrote all of it into one field at some time; whether it still stands there, the entries say. The newest first. */
export async function plansSought(
  store: Reader,
  { organisation }: Own,
  asked: { readonly terms: readonly Term[]; readonly limit: number; readonly offset: number },
): Promise<readonly string[]> {
  let query = store
    .selectFrom('plan_entries')
    .select('plan')
    .where(ofOrganisation(organisation))
    .where('part', '<>', VERSION)
    .where('field', '<>', STRUCK)
  for (const { pattern } of asked.terms) query = query.where(sql<boolean>`lower(text) ~ ${`\\m${pattern}`}`)
  const rows = await query
    .groupBy('plan')
    .orderBy(sql`max(event)`, 'desc')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return rows.map((one) => one.plan)
}

export type PlanWritten = {
  readonly plan: string
  readonly by: string
  readonly at: string
  readonly event: number
}

/** Which plans others of the organisation wrote in after an entry of the log, each once for each of them, newest first. */
export async function plansWritten(
  store: Reader,
  { organisation }: Own,
  asked: { readonly since: number; readonly notBy: string; readonly limit: number },
): Promise<readonly PlanWritten[]> {
  const rows = await store
    .selectFrom('plan_entries')
    .select(({ fn }) => ['plan', 'by', fn.max('at').as('at'), fn.max('event').as('event')])
    .where(ofOrganisation(organisation))
    .where('event', '>', asked.since)
    .where('by', '<>', asked.notBy)
    .groupBy(['plan', 'by'])
    .orderBy(sql`max(event)`, 'desc')
    .limit(asked.limit)
    .execute()
  return rows.map((row) => ({ ...row, event: Number(row.event) }))
}
