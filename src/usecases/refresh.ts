/** Tiers 0 to 3 in, tiers 4 to 6 made anew: all of them, or those that some incidents touch. */
import { sql } from 'kysely'
import { type Period, periodOf, quarterOf } from '../core/measure.ts'
import type { Pack } from '../core/pack.ts'
import { within } from '../core/partial-date.ts'
import type { PublicIncident } from '../core/public-record.ts'
import { projectProceeding } from '../core/withholding/proceeding.ts'
import { project } from '../core/withholding/project.ts'
import { measurePeriod } from '../measure/measure-period.ts'
import type { Store } from '../store/connect.ts'
import {
  clearDerived,
  writeIncidents,
  writeMeasures,
  writeProceedings,
  writeState,
} from '../store/derived.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { loadProceedings } from '../store/queries/proceedings.ts'
import { publicIncidents, publicIncidentsById, publicState } from '../store/queries/public.ts'
import type { Context } from './context.ts'
import { withholdingFor } from './withholding-for.ts'

/** `touched`: the incidents and persons that a decision named. */
export type Scope = 'all' | { readonly touched: readonly string[] }
export type Refreshed = {
  readonly incidents: number
  readonly periods: number
  readonly standing: number
  readonly byRule: number
}

/** One transaction: a reader sees the old tiers or the new ones, never half. */
export async function refresh(context: Context, scope: Scope = 'all'): Promise<Refreshed> {
  return context.store.transaction().execute(async (trx) => {
    await sql`lock table public_state in exclusive mode`.execute(trx)
    if (scope === 'all') await clearDerived(trx)
    const ids = scope === 'all' ? undefined : await touchedIncidents(trx, scope.touched)
    const incidents = await loadIncidents(trx, ids)
    const tellings = await trx.selectFrom('tellings').select(['record', 'country']).distinct().execute()
    const countries = [...new Set(tellings.map((one) => one.country))].sort()
    const givenFor = await withholdingFor(context, trx, incidents)
    let periods = 0
    for (const country of countries) {
      const pack = context.knowledge.packs.get(country)
      if (!pack) continue
      const own = incidents.filter((one) => one.country === country)
      const given = givenFor(pack)
      const before = await publicIncidents(trx, country)
      const shown = own.flatMap((one) => project(one, given) ?? [])
      await writeIncidents(trx, own, shown)
      const here = new Set(tellings.filter((one) => one.country === country).map((one) => one.record))
      const journeys = (await loadProceedings(trx)).filter((one) =>
        one.stages.some((stage) => here.has(stage.incident ?? '')),
      )
      const stages = journeys.flatMap((one) => one.stages.flatMap((stage) => stage.incident ?? []))
      const told = await publicIncidentsById(trx, [...new Set(stages)])
      const seen = new Map(told.map((one) => [one.id, one]))
      await writeProceedings(
        trx,
        country,
        journeys.flatMap((one) => projectProceeding(one, given, seen) ?? []),
      )
      periods += await measureAnew(trx, pack, [
        ...before.filter((one) => own.some(({ id }) => id === one.id)),
        ...shown,
      ])
    }
    await writeThrough(trx)
    return { incidents: incidents.length, periods, ...(await writeShare(trx)) }
  })
}

type Trx = Parameters<typeof clearDerived>[0]

async function touchedIncidents(trx: Trx, touched: readonly string[]): Promise<readonly string[]> {
  const ids = new Set(touched)
  for (const person of touched) {
    const needle = JSON.stringify([{ person }])
    const rows = await trx
      .selectFrom('decisions')
      .select('record')
      .distinct()
      .where(sql<boolean>`held @> ${needle}::jsonb`)
      .execute()
    for (const row of rows) ids.add(row.record)
  }
  // An incident shows its links to incidents that are open: when one opens or closes, those that point to it change.
  const pointing = await trx
    .selectFrom('links')
    .select('record')
    .distinct()
    .where('target', 'in', [...ids, ''])
    .execute()
  for (const row of pointing) ids.add(row.record)
  const known = await trx
    .selectFrom('tellings')
    .select('record')
    .distinct()
    .where('record', 'in', [...ids, ''])
    .execute()
  return known.map((one) => one.record).sort()
}

/** Measures of every quarter and year that these incidents lie in, from all incidents of the period. */
async function measureAnew(trx: Trx, pack: Pack, changed: readonly PublicIncident[]): Promise<number> {
  const periods = periodsOf(changed)
  for (const period of periods) {
    const inside = await publicIncidents(trx, pack.id, period)
    await writeMeasures(trx, pack.id, period.id, measurePeriod(inside, period, { pack }))
  }
  return periods.length
}

export function periodsOf(incidents: readonly PublicIncident[]): readonly Period[] {
  const dates = incidents.flatMap((one) => one.fields.date.map((date) => date.value))
  const days = dates.flatMap((date) => [date.from, date.to]).filter((day) => day !== null)
  const ids = [...new Set(days.flatMap((day) => [day.slice(0, 4), quarterOf(day)]))].sort()
  const periods = ids.flatMap((id) => periodOf(id) ?? [])
  return periods.filter((period) => dates.some((date) => within(date, period.from, period.to)))
}

/** What part of the standing values was read by rules, of the incidents that are shown: others would show by the difference. */
async function writeShare(trx: Trx): Promise<{ standing: number; byRule: number }> {
  const sums = await trx
    .selectFrom('incidents')
    .select((one) => [
      one.fn.sum<number>('standing').as('standing'),
      one.fn.sum<number>('by_rule').as('byRule'),
    ])
    .where('id', 'in', (one) => one.selectFrom('public_incidents').select('id'))
    .executeTakeFirst()
  const share = { standing: Number(sums?.standing ?? 0), byRule: Number(sums?.byRule ?? 0) }
  await writeState(trx, 'share', share)
  return share
}

/** The last event the derived tiers know of: a crash between a decision and its pages is seen by this. */
async function writeThrough(trx: Trx): Promise<void> {
  const last = await trx
    .selectFrom('events')
    .select((one) => one.fn.max('seq').as('seq'))
    .executeTakeFirst()
  await writeState(trx, 'through', last?.seq ?? 0)
}

/** True when something was recorded that the public tiers do not show yet. */
export async function isStale(store: Pick<Store, 'selectFrom'>): Promise<boolean> {
  const last = await store
    .selectFrom('events')
    .select((one) => one.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return (last?.seq ?? 0) !== ((await publicState(store, 'through')) ?? 0)
}
