/** A table of ranges in, a file that a spreadsheet opens out: each row says its unit, method and inputs, so that a line that is cut out still tells what it is. */
import type { CountTable } from '../../core/count-table.ts'
import { csv } from '../../publish/csv.ts'

type Answered = CountTable & {
  readonly method: string
  readonly inputs: string
  readonly currency: string | null
}

const COLUMNS = [
  'certain',
  'claimed',
  'open',
  'incidents',
  'unsure',
  'untold',
  'unit',
  'method',
  'inputs',
] as const

/** `claimed` is empty where nobody gives an upper end; `total` stands in the first columns of the last line. */
export function countCsvOf(table: Answered): string {
  const facets = [table.rows, table.columns].filter((one) => one !== null)
  const unit = table.currency === null ? table.unit : `${table.unit} ${table.currency}`
  const lines = [...table.cells, table.total].map((cell, index) => {
    const isTotal = index === table.cells.length
    const where = facets.map((_, at) => (isTotal ? 'total' : at === 0 ? cell.row : cell.column))
    const numbers = [cell.certain, cell.claimed, cell.open, cell.incidents, cell.unsure, cell.untold]
    return [
      ...where,
      ...numbers.map((n) => (n === null ? null : String(n))),
      unit,
      table.method,
      table.inputs,
    ]
  })
  return csv([...facets, ...COLUMNS], lines)
}
