/** A question of counting, and the table that answers it: cells that are ranges, with the incidents each opens to. */
import { COUNT_FACETS, COUNT_UNITS, type CountFacet, type CountUnit } from './counted.ts'

/** One slice that every incident counted must stand in; `unknown` for those of which the facet is not known. */
export type OnlySlice = { readonly facet: CountFacet; readonly value: string }

export type CountQuestion = {
  readonly country: string
  readonly unit: CountUnit
  readonly rows: CountFacet | null
  readonly columns: CountFacet | null
  /** ISO days; null: from the first, to the last there is. */
  readonly from: string | null
  readonly to: string | null
  readonly only: readonly OnlySlice[]
  /** True: with records that no second person has verified yet. */
  readonly unverified: boolean
}

export type CountCell = {
  /** Null in a total, and where the table has no such facet. */
  readonly row: string | null
  readonly column: string | null
  /** What every source allows; the most that any says, null = open upwards. */
  readonly certain: number
  readonly claimed: number | null
  readonly incidents: number
  /** Of these, in how many nobody says how many at most: each leaves the upper end open. */
  readonly open: number
  /** Of these, how many only some sources put here: they are claimed and not certain. */
  readonly unsure: number
  /** Of these, in how many nobody says how many: they add nothing, which is not nought. */
  readonly untold: number
}

export type CountTable = {
  readonly unit: CountUnit
  readonly rows: CountFacet | null
  readonly columns: CountFacet | null
  readonly rowValues: readonly string[]
  readonly columnValues: readonly string[]
  /** Those with an incident at least; a cell that is not here has nothing on record, which is not nought either. */
  readonly cells: readonly CountCell[]
  readonly total: CountCell
  /** Left out of the table, and why: dates that may lie in the period, no date at all, aggregates that repeat single incidents. */
  readonly outside: { readonly maybe: number; readonly undated: number; readonly aggregates: number }
  /** How many incidents were counted, before any slice. */
  readonly incidents: number
}

/** People counted each time they were harmed is what the first rule on persons says; the second tells them apart. */
export const methodOf = (unit: CountUnit): string =>
  unit === 'times' ? 'cell.persons@1' : unit === 'persons' ? 'cell.persons@2' : `cell.${unit}@1`
export const isFacet = (text: string): text is CountFacet => COUNT_FACETS.some((one) => one === text)
export const isUnit = (text: string): text is CountUnit => COUNT_UNITS.some((one) => one === text)
