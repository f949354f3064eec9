/** The rows of a log in, the same with one thing said to be older out: as a hand would leave it, or with every hash made anew up to the end, as somebody with the program would. */
import { type Cells, rowOf } from '../../src/store/carried.ts'
import { eventHash, rowsHash } from '../../src/store/leaf.ts'
import type { EventRow } from '../../src/store/tables.ts'
import { sliceOf } from '../../src/usecases/backup/opened-log.ts'
import type { Carried } from '../../src/usecases/backup/segment.ts'

const DAY = 86_400_000
const TIME = 'timestamp with time zone'

const timesOf = ({ head }: Carried): readonly number[] =>
  head.columns.flatMap(([, type], at) => (type === TIME ? [at] : []))
const placeOf = ({ head }: Carried, column: string): number =>
  head.columns.findIndex(([name]) => name === column)
const withCell = (cells: Cells, at: number, text: string): Cells =>
  cells.map((one, index) => (index === at ? text : one))
/** As PostgreSQL writes it. */
const earlier = (text: string, days: number): string =>
  new Date(Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')) - days * DAY)
    .toISOString()
    .replace('T', ' ')
    .replace('Z', '+00')

/** Null where the chosen row has no time in it. */
export function backdated(
  tables: readonly Carried[],
  below: (n: number) => number,
): readonly Carried[] | null {
  const dated = tables.filter((one) => timesOf(one).length > 0)
  const table = dated[below(dated.length)]
  if (!table) return null
  const at = below(table.rows.length)
  const row = table.rows[at]
  const time = timesOf(table)[below(timesOf(table).length)]
  const text = row?.[time ?? -1]
  if (!row || time === undefined || !text) return null
  const rows = table.rows.with(at, withCell(row, time, earlier(text, 1 + below(1_000))))
  const changed = tables.map((one) => (one === table ? { ...table, rows } : one))
  return below(2) === 0 ? changed : hashedAnew(changed)
}

/** What a row is made of reaches the hash of its entry, and that of every entry after it. Nobody without the key signs the last one. */
function hashedAnew(tables: readonly Carried[]): readonly Carried[] {
  const { leaves } = sliceOf(tables)
  return tables.map((table) => {
    if (table.head.table !== 'events') return table
    const [rowsAt, beforeAt, hashAt] = ['rows_hash', 'prev_hash', 'hash'].map((one) =>
      placeOf(table, one),
    ) as [number, number, number]
    let before: string | null = null
    const rows = table.rows.map((cells) => {
      const event = rowOf(table.head, cells) as EventRow
      const own = leaves.get(event.seq)
      const first = own ? withCell(cells, rowsAt, rowsHash(own)) : cells
      const second = before === null ? first : withCell(first, beforeAt, before)
      before = eventHash(rowOf(table.head, second) as EventRow)
      return withCell(second, hashAt, before)
    })
    return { ...table, rows }
  })
}
