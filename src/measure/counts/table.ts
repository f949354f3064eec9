/** Incidents or proceedings as they are counted, a question in; the table of ranges that answers it out. The same rows in any order give the same. */
import type { CountCell, CountQuestion, CountTable } from '../../core/count-table.ts'
import { type Counted, type CountFacet, DATE_FACETS, dayAsNumber, UNKNOWN_SLICE } from '../../core/counted.ts'
import { type Amount, amountIn } from './amount.ts'
import { newPeople, type People, type PerhapsOne } from './people.ts'
import { areSure, type Slot, slotsOf } from './slots.ts'
import { everySpan } from './spans.ts'

type Sum = { -readonly [K in keyof Omit<CountCell, 'row' | 'column'>]: CountCell[K] } & {
  /** Where people are told apart: who of them was met before. */
  readonly people: People | null
}
type Asked = Pick<CountQuestion, 'unit' | 'rows' | 'columns' | 'from' | 'to' | 'only'>
const NOBODY: PerhapsOne = new Map()
type Place = { readonly sum: Sum; readonly slots: readonly Slot[] }
/** inside: counted · maybe: its date may lie in the period · undated: nobody knows when · aggregate: repeats single incidents. */
export function standsIn(row: Counted, { from, to }: Pick<Asked, 'from' | 'to'>) {
  if (row.kind === 'aggregate') return 'aggregate'
  if (from === null && to === null) return 'inside'
  if (row.from === null && row.to === null) return 'undated'
  const [first, last] = [from === null ? 0 : dayAsNumber(from), to === null ? 99_999_999 : dayAsNumber(to)]
  if (row.from !== null && row.to !== null && row.from >= first && row.to <= last) return 'inside'
  return (row.from ?? row.to ?? 0) <= last && (row.to ?? row.from ?? 0) >= first ? 'maybe' : 'elsewhere'
}

const NO_SLOTS: readonly Slot[] = []

/** The slices an incident is asked to stand in; null: it does not stand in one of them. */
export function slicesAsked(row: Counted, only: Asked['only']): readonly Slot[] | null {
  if (only.length === 0) return NO_SLOTS
  const found: Slot[] = []
  for (const { facet, value } of only) {
    const slot = slotsOf(row, facet).find((one) => one.value === value)
    if (slot === undefined) return null
    found.push(slot)
  }
  return found
}

const NONE: readonly null[] = [null]

export function countTable(
  counted: readonly Counted[],
  asked: Asked,
  perhapsOne: PerhapsOne = NOBODY,
): CountTable {
  const tally = newTally(asked, perhapsOne)
  for (const row of counted) tally.take(row)
  return tally.table()
}

/** Takes rows one at a time, so that many questions can be asked in one reading. */
export type Tally = { readonly take: (row: Counted) => void; readonly table: () => CountTable }

export function newTally(asked: Asked, perhapsOne: PerhapsOne = NOBODY): Tally {
  const outside = { maybe: 0, undated: 0, aggregates: 0 }
  const sums = new Map<string | null, Map<string | null, Sum>>()
  const newSum = (): Sum => ({
    ...{ certain: 0, claimed: 0, incidents: 0, open: 0, unsure: 0, untold: 0 },
    people: asked.unit === 'persons' ? newPeople(perhapsOne) : null,
  })
  const total = newSum()
  const alone = new Map<Slot, Place>()
  let incidents = 0
  const take = (row: Counted): void => {
    const slices = slicesAsked(row, asked.only)
    if (slices === null) return
    const stands = standsIn(row, asked)
    if (stands === 'maybe' || stands === 'undated') outside[stands] += 1
    if (stands === 'aggregate') outside.aggregates += 1
    if (stands !== 'inside') return
    incidents += 1
    add(total, row, amountIn(row, asked.unit, slices), slices)
    for (const left of asked.rows === null ? NONE : slotsOf(row, asked.rows))
      for (const top of asked.columns === null ? NONE : slotsOf(row, asked.columns)) {
        const { sum, slots } = placeOf(slices, left, top)
        add(sum, row, amountIn(row, asked.unit, slots), slots)
      }
  }
  /** One slot alone is looked up by itself: this is asked a million times. */
  const placeOf = (slices: readonly Slot[], left: Slot | null, top: Slot | null): Place => {
    const isAlone = left !== null && top === null && slices.length === 0
    const known = isAlone ? alone.get(left) : undefined
    if (known) return known
    const slots = [...slices, ...(left === null ? [] : [left]), ...(top === null ? [] : [top])]
    const place = { sum: cellOf(left?.value ?? null, top?.value ?? null), slots }
    if (isAlone) alone.set(left, place)
    return place
  }
  const cellOf = (row: string | null, column: string | null): Sum => {
    const line = sums.get(row)
    const known = line?.get(column)
    if (known) return known
    const sum = newSum()
    if (line) line.set(column, sum)
    else sums.set(row, new Map([[column, sum]]))
    return sum
  }
  const table = (): CountTable => {
    const cells = [...sums].flatMap(([row, line]) =>
      [...line].flatMap(([column, sum]): readonly CountCell[] =>
        sum.incidents === 0 ? [] : [{ row, column, ...told(sum) }],
      ),
    )
    return {
      ...{ unit: asked.unit, rows: asked.rows, columns: asked.columns },
      rowValues: ordered(asked.rows, cells, (one) => one.row),
      columnValues: ordered(asked.columns, cells, (one) => one.column),
      cells,
      total: { row: null, column: null, ...told(total) },
      ...{ outside, incidents },
    }
  }
  return { take, table }
}

const told = ({ people, ...sum }: Sum) => (people === null ? sum : { ...sum, ...people.range() })

function add(sum: Sum, row: Counted, amount: Amount, slots: readonly Slot[]): void {
  if (amount === 'none') return
  sum.incidents += 1
  if (!areSure(slots)) sum.unsure += 1
  if (amount === null) {
    sum.untold += 1
    return
  }
  sum.people?.take(row, amount, slots)
  sum.certain += amount.certain
  if (amount.claimed === null) sum.open += 1
  sum.claimed = sum.claimed === null || amount.claimed === null ? null : sum.claimed + amount.claimed
}

/** Dates in their order with every span between the first and the last; others by their incidents; what is unknown last. */
function ordered(
  facet: CountFacet | null,
  cells: readonly CountCell[],
  sliceOf: (cell: CountCell) => string | null,
): readonly string[] {
  if (facet === null) return []
  const incidents = new Map<string, number>()
  for (const cell of cells) {
    const value = sliceOf(cell)
    if (value !== null) incidents.set(value, (incidents.get(value) ?? 0) + cell.incidents)
  }
  const known = [...incidents].filter(([value]) => value !== UNKNOWN_SLICE)
  const last = incidents.has(UNKNOWN_SLICE) ? [UNKNOWN_SLICE] : []
  if (DATE_FACETS.some((one) => one === facet)) return [...everySpan(known.map(([value]) => value)), ...last]
  return [...known.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value), ...last]
}
