/** Rows of a file → tables of who was seen by whom, one for each draw; every cell that cannot be used is told with line and column. */
import {
  type CaptureTable,
  type Draws,
  type FrequencyTable,
  MOST_LISTS,
  type SightingTable,
  seenIn,
} from '../../core/estimate/capture.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { type Fault, type Params, Refusal } from '../../core/faults.ts'
import { type Columns, columnsOf, onList, type Row, wholeOf } from './columns.ts'

/** `empty`: lines of a history of nobody that say 0 or nothing, as many programs write them. */
export type ReadTables = { readonly draws: Draws<SightingTable>; readonly empty: readonly number[] }

const MOST_TOLD = 20
/** What stands for no number in tables that programs wrote. */
const MISSING = /^(na|nan|null|\.|-)?$/i
const MOST_TIMES = 10_000

/** Refuses with `estimate.lists`, `estimate.heading`, `estimate.cell`, `estimate.count`, `estimate.nobody`, `estimate.empty`. */
export function readTables(name: string, rows: readonly Row[], rules: EstimateRules): ReadTables {
  const [head, ...body] = rows
  if (!head || body.length === 0) throw new Refusal([{ code: 'estimate.empty', where: name, params: {} }])
  const columns = columnsOf(head, body, rules)
  const headings = head.cells.map((cell) => cell.words.trim())
  const wrong = headingFaults(name, headings, columns, head.line)
  if (wrong.length > 0) throw new Refusal(wrong)
  const faults: Fault[] = []
  const empty: number[] = []
  const drawn = new Map<string, Map<number, number>>()
  for (const row of body) {
    const read = columns.times === null ? historyOf(row, columns, headings) : timesOf(row, columns.times)
    const count = countOf(row, columns, read.at === 0)
    const own = [...read.faults, ...count.faults].map((one) => ({
      ...one,
      where: `${name}:${one.where ?? row.line}`,
    }))
    faults.push(...own)
    if (own.length > 0) continue
    if (read.at === 0) {
      if (count.n === 0) empty.push(row.line)
      else
        faults.push({
          code: 'estimate.nobody',
          where: `${name}:${row.line}`,
          params: { line: row.line, n: count.n },
        })
      continue
    }
    const draw = columns.draw === null ? '' : (row.cells[columns.draw]?.words.trim() ?? '')
    const counts = drawn.get(draw) ?? new Map<number, number>()
    counts.set(read.at, (counts.get(read.at) ?? 0) + count.n)
    drawn.set(draw, counts)
  }
  if (faults.length > 0) throw new Refusal(faults.slice(0, MOST_TOLD))
  const lists = columns.lists.map((at) => headings[at] ?? '')
  const tables = [...drawn.values()].map((counts) => tableOf(counts, columns.times === null ? lists : null))
  const [first, ...others] = tables
  if (!first || tables.some((one) => seenIn(one) === 0))
    throw new Refusal([{ code: 'estimate.empty', where: name, params: {} }])
  return { draws: [first, ...others], empty }
}

function headingFaults(
  name: string,
  headings: readonly string[],
  { lists, times }: Columns,
  line: number,
): readonly Fault[] {
  const where = `${name}:${line}`
  const twice = lists.map((at) => headings[at] ?? '').filter((one, at, all) => all.indexOf(one) !== at)
  if (headings.every((one) => onList(one) !== null || wholeOf(one) !== null))
    return [{ code: 'estimate.heading', where, params: { name: headings.join(', ') } }]
  if (twice.length > 0 || lists.some((at) => headings[at] === ''))
    return [{ code: 'estimate.heading', where, params: { name: twice.join(', ') || '""' } }]
  if (times === null && (lists.length < 2 || lists.length > MOST_LISTS))
    return [{ code: 'estimate.lists', where, params: { n: lists.length, most: MOST_LISTS } }]
  return []
}

type Found = { readonly at: number; readonly faults: readonly Fault[] }

function historyOf({ line, cells }: Row, { lists }: Columns, headings: readonly string[]): Found {
  const faults: Fault[] = []
  let at = 0
  lists.forEach((column, place) => {
    const words = cells[column]?.words.trim() ?? ''
    const isOn = onList(words)
    if (isOn === null)
      faults.push(
        faultAt('estimate.cell', line, cells[column]?.column ?? 1, {
          value: words,
          name: headings[column] ?? '',
        }),
      )
    if (isOn) at |= 1 << place
  })
  return { at, faults }
}

function timesOf({ line, cells }: Row, column: number): Found {
  const words = cells[column]?.words ?? ''
  const at = wholeOf(words)
  return at === null || at > MOST_TIMES
    ? { at: 0, faults: [faultAt('estimate.count', line, cells[column]?.column ?? 1, { value: words })] }
    : { at, faults: [] }
}

/** Of a history of nobody a missing number is none: that is what is not known. */
function countOf(
  { line, cells }: Row,
  { count }: Columns,
  isNobody: boolean,
): { readonly n: number; readonly faults: readonly Fault[] } {
  if (count === null) return { n: 1, faults: [] }
  const words = cells[count]?.words.trim() ?? ''
  const n = wholeOf(words)
  if (n !== null) return { n, faults: [] }
  if (isNobody && MISSING.test(words)) return { n: 0, faults: [] }
  return { n: 0, faults: [faultAt('estimate.count', line, cells[count]?.column ?? 1, { value: words })] }
}

const faultAt = (code: Fault['code'], line: number, column: number, params: Params): Fault => ({
  code,
  where: `${line}:${column}`,
  params: { line, column, ...params },
})

function tableOf(
  counts: ReadonlyMap<number, number>,
  lists: readonly string[] | null,
): CaptureTable | FrequencyTable {
  const length = lists === null ? Math.max(...counts.keys()) + 1 : 2 ** lists.length
  const all = Array.from({ length }, (_, at) => counts.get(at) ?? 0)
  return lists === null ? { kind: 'frequencies', counts: all } : { kind: 'histories', lists, counts: all }
}

/** Tables of several files as draws of one: the same lists in each, in the order of the first. Refuses with `estimate.draws`. */
export function joinDraws(
  read: readonly { readonly name: string; readonly draws: Draws<SightingTable> }[],
): Draws<SightingTable> {
  const all = read.flatMap(({ name, draws }) => draws.map((table) => ({ name, table })))
  const [first, ...others] = all
  if (!first) throw new Refusal([{ code: 'estimate.empty', params: {} }])
  const faults: Fault[] = []
  const rest = others.flatMap(({ name, table }) => {
    const same = inOrderOf(first.table, table)
    if (same) return [same]
    faults.push({ code: 'estimate.draws', where: name, params: { name: first.name } })
    return []
  })
  if (faults.length > 0) throw new Refusal(faults)
  return [first.table, ...rest]
}

function inOrderOf(first: SightingTable, table: SightingTable): SightingTable | null {
  if (first.kind === 'frequencies' || table.kind === 'frequencies')
    return first.kind === table.kind ? table : null
  const places = first.lists.map((list) => table.lists.indexOf(list))
  if (places.includes(-1) || places.length !== table.lists.length) return null
  const counts = first.counts.map((_, history) =>
    places.reduce((sum, at, place) => sum | (((history >> place) & 1) << at), 0),
  )
  return { ...first, counts: counts.map((at) => table.counts[at] ?? 0) }
}
