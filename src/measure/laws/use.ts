/** Incidents as they are counted, the provisions of a pack in; how each was used, on whom, with what penalties, before and after each change, out. */
import type { CountCell } from '../../core/count-table.ts'
import type { Counted } from '../../core/counted.ts'
import type { Provision } from '../../core/pack.ts'
import { addDays, parsePartialDate } from '../../core/partial-date.ts'
import { countTable } from '../counts/table.ts'

/** Incidents dated wholly before a change, wholly from it on, and those whose date does not tell. */
export type Change = {
  readonly date: string
  readonly event: string
  readonly certainty: string | null
  readonly before: CountCell
  readonly after: CountCell
  readonly unclear: number
}
export type LawUse = {
  readonly provision: string
  readonly incidents: CountCell
  /** Each person each time it was used on them. */
  readonly persons: CountCell
  /** By role of the harmed, by kind of penalty, by year. */
  readonly roles: readonly CountCell[]
  readonly penalties: readonly CountCell[]
  readonly years: readonly CountCell[]
  readonly changes: readonly Change[]
}

type Period = { readonly from: string | null; readonly to: string | null }
const ALL: Period = { from: null, to: null }

/** Most used first; a provision that nothing was done under is not among them. */
export function lawUse(
  rows: readonly Counted[],
  provisions: ReadonlyMap<string, Provision>,
): readonly LawUse[] {
  const byLaw = new Map<string, Counted[]>()
  for (const row of rows)
    for (const one of row.members.law) {
      const known = byLaw.get(one.value)
      if (known) known.push(row)
      else byLaw.set(one.value, [row])
    }
  return [...byLaw]
    .flatMap(([id, own]) => {
      const use = useOf(id, own, provisions.get(id)?.changes ?? [])
      return use.incidents.incidents > 0 ? [use] : []
    })
    .sort((a, b) => b.incidents.incidents - a.incidents.incidents || (a.provision < b.provision ? -1 : 1))
}

function useOf(provision: string, rows: readonly Counted[], changes: Provision['changes']): LawUse {
  const only = [{ facet: 'law' as const, value: provision }]
  const ask = (
    unit: 'incidents' | 'times' | 'penalties',
    by: 'role' | 'penalty' | 'year' | null,
    period: Period = ALL,
  ) => countTable(rows, { unit, rows: by, columns: null, only, ...period })
  return {
    provision,
    incidents: ask('incidents', null).total,
    persons: ask('times', null).total,
    roles: ask('times', 'role').cells,
    penalties: ask('penalties', 'penalty').cells,
    years: ask('incidents', 'year').cells,
    changes: changes.flatMap((one): readonly Change[] => {
      const day = parsePartialDate(one.date)
      if (day?.from == null || day.to === null) return []
      // A change known by its month: what lies in that month is on neither side.
      const [before, after] = [
        ask('incidents', null, { from: null, to: addDays(day.from, -1) }),
        ask('incidents', null, { from: day.from === day.to ? day.from : addDays(day.to, 1), to: null }),
      ]
      const all = before.incidents + after.incidents
      const placed = rows.filter((row) => row.kind !== 'aggregate').length
      return [{ ...one, before: before.total, after: after.total, unclear: placed - all }]
    }),
  }
}
