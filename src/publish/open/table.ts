/** Columns with what each holds in, a table of open data out: plain rows, and what a program must know to read them. */
import type { Vocabulary } from '../../core/codebook.ts'
import type { Cell } from '../csv.ts'

export type { Cell }
/** As the Table Schema of Frictionless calls them. `date` is an ISO day. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date'

export type ColumnHead = {
  /** Lower case with underscores; its title in three languages is `open.column.NAME` of the locales. */
  readonly name: string
  readonly type: CellType
  readonly required?: boolean
  /** The vocabulary that every value is of. */
  readonly of?: Vocabulary | 'acts'
  /** The table whose key every value is of. */
  readonly to?: 'incidents' | 'proceedings'
  /** Tag of the Humanitarian Exchange Language (HXL 1.1). */
  readonly hxl?: string
}
export type Column<Row> = ColumnHead & { readonly cell: (row: Row) => Cell }

export type OpenTable = {
  readonly name: string
  readonly columns: readonly ColumnHead[]
  /** Names of the columns that tell rows apart; empty where rows have no name of their own. */
  readonly key: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export function table<Row>(
  name: string,
  key: readonly string[],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): OpenTable {
  return {
    name,
    key,
    columns: columns.map(({ cell: _, ...head }) => head),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

/** Several values of one cell: none of them holds a semicolon, or it is in a table of its own as well. */
export const joined = (values: readonly (string | null)[]): string | null =>
  [...new Set(values.filter((one) => one !== null && one !== ''))].join('; ') || null
