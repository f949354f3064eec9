/** A table in, what its columns seem to hold out: by the names somebody gave them, and else by what stands in them. */
import type { Codebook } from '../../core/codebook.ts'
import {
  type HeldByColumn,
  type ListMap,
  type ListTable,
  type ListWords,
  MOST_COLUMNS,
  ONCE,
} from '../../core/list.ts'
import type { Pack } from '../../core/pack.ts'
import { keptFor } from '../kept-for.ts'
import { readCell } from './cell.ts'
import { ordersOf } from './dates.ts'
import { LOG_COLUMNS } from './log-table.ts'
import { escaped, foldWords } from './words.ts'

type Data = { readonly codebook: Codebook; readonly pack: Pack }
/** Enough cells to see what a column holds. */
const LOOKED_AT = 50

export function guessMap(text: string, tables: readonly ListTable[], sheet: number, data: Data): ListMap {
  const table = tables[sheet]
  const bare = { sheet, headRows: table?.headRows ?? 0, order: null, act: null, freedom: null } as const
  const rest = { kind: 'event', keepPlaces: false, meanings: [] } as const
  if (!table) return { ...bare, ...rest, columns: [] }
  const used = new Set<HeldByColumn>()
  const take = (holds: HeldByColumn): HeldByColumn => {
    const free =
      !ONCE.includes(holds) || !used.has(holds) ? holds : holds === 'date' ? 'other_date' : 'ignore'
    used.add(free)
    return free
  }
  const columns = table.columns.slice(0, MOST_COLUMNS).map((column) => {
    const name = table.names.get(column) ?? ''
    if (table.kind === 'log') return { column, name, holds: LOG_COLUMNS[column] ?? 'ignore' }
    return {
      column,
      name,
      holds: take(byName(name, data.codebook) ?? byCells(cellsOf(text, table, column), data)),
    }
  })
  return withOrder({ ...bare, ...rest, columns }, text, table)
}

/** Where nobody said in which order days are written, and the column of dates allows only one, that is it. */
export function withOrder(map: ListMap, text: string, table: ListTable): ListMap {
  const dates = map.columns.find((one) => one.holds === 'date' || one.holds === 'other_date')
  if (map.order !== null || !dates) return map
  const [only, ...others] = ordersOf(cellsOf(text, table, dates.column))
  return only !== undefined && others.length === 0 ? { ...map, order: only } : map
}

/** The words of a column below its name. */
export const cellsOf = (text: string, table: ListTable, column: number): readonly string[] =>
  table.rows
    .slice(table.headRows)
    .flatMap((row) =>
      row.cells
        .filter((cell) => cell.column === column)
        .map((cell) => text.slice(cell.span.start, cell.span.end)),
    )

/** The longest word of the data that the name begins with, or that stands in it whole: «Дата задержания» is a date. */
function byName(name: string, { lists }: Codebook): HeldByColumn | null {
  const folded = foldWords(name).replace(/[.,]+$/, '')
  if (folded === '') return null
  let best: { readonly holds: HeldByColumn; readonly worth: number } | null = null
  for (const { holds, word, standing } of headingsOf(lists)) {
    const at = ` ${folded} `.search(standing)
    if (at < 0) continue
    const worth = word.length + (folded === word ? 1000 : at <= 1 ? 100 : 0)
    if (best === null || worth > best.worth) best = { holds, worth }
  }
  return best?.holds ?? null
}
const headingsOf = keptFor(({ headings }: ListWords) =>
  [...headings].flatMap(([holds, words]) =>
    words.map((one) => {
      const word = foldWords(one).replace(/[.,]+$/, '')
      const standing = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u')
      return { holds, word, standing }
    }),
  ),
)

const TRIED: readonly HeldByColumn[] = ['place', 'law', 'penalty', 'act']

/** What most of its cells can be read as; a column nobody named and nothing fits is not guessed. */
function byCells(cells: readonly string[], data: Data): HeldByColumn {
  const some = cells.slice(0, LOOKED_AT)
  const most = (n: number): boolean => some.length > 0 && n * 3 >= some.length * 2
  if (most(some.filter((one) => ordersOf([one]).length > 0 && !/^\d{4,6}$/.test(one.trim())).length))
    return 'date'
  const given = { heading: '', order: null, keepPlaces: false, role: '', part: '', ...data }
  return (
    TRIED.find((holds) =>
      most(some.filter((one) => readCell(one, { ...given, holds }).kind === 'said').length),
    ) ?? 'ignore'
  )
}
