/** Numbers of rows of the public search in, what each is counted under out: read once and remembered, since a row never changes. */
import { sql } from 'kysely'
import { NARROWS, type Narrow } from '../../core/public-search.ts'
import type { Store } from '../connect.ts'
import { publicVersion } from './public-state.ts'

/** What many records are counted under alike; it is looked at once, however many they are. */
export type Counted = { readonly country: string; readonly under: ReadonlyMap<Narrow, readonly string[]> }
/** `day` as a number, 20200318; -1 where none is known. */
export type SoughtRow = { readonly id: string; readonly day: number; readonly counted: Counted }

/**
 * Which rows answer is asked of the database each time: what was withdrawn is in no answer, whatever is remembered here. A
 * number is never given to a second row, so nothing remembered grows old.
 */
type Memory = {
  rows: Map<number, SoughtRow>
  readonly counted: Map<string, Counted>
  /** All rows that there are, as of a mark. */
  all: { readonly mark: string; readonly rows: readonly SoughtRow[] } | null
}
const memories = new WeakMap<Store, Memory>()

function memoryOf(store: Store): Memory {
  const memory = memories.get(store) ?? { rows: new Map(), counted: new Map(), all: null }
  memories.set(store, memory)
  return memory
}

/** Rows are asked for in parts: one answer with all would stand in memory twice. */
const AT_ONCE = 20_000

/** `store` is whose memory it is; `trx` the moment that the numbers were read at. */
export async function soughtRows(
  store: Store,
  trx: Store,
  numbers: readonly number[],
): Promise<readonly SoughtRow[]> {
  const { rows, counted } = memoryOf(store)
  const unknown = numbers.filter((one) => !rows.has(one))
  for (let from = 0; from < unknown.length; from += AT_ONCE) {
    const read = await sql<{ nth: number; id: string; day: string | null; country: string; facets: string }>`
      select nth, id, day, country, array_to_string(facets, chr(10)) as facets from public_search
      where nth = any(${`{${unknown.slice(from, from + AT_ONCE).join(',')}}`}::bigint[])`.execute(trx)
    for (const { nth, id, day, country, facets } of read.rows) {
      const key = `${country}\n${facets}`
      const alike = counted.get(key) ?? countedUnder(country, facets)
      counted.set(key, alike)
      rows.set(nth, { id, day: day === null ? -1 : Number(day.replaceAll('-', '')), counted: alike })
    }
  }
  const found: SoughtRow[] = []
  for (const one of numbers) {
    const row = rows.get(one)
    if (row) found.push(row)
  }
  return found
}

function countedUnder(country: string, facets: string): Counted {
  const under = new Map<Narrow, string[]>(NARROWS.map((one) => [one, []]))
  for (const facet of facets.split('\n')) {
    const [narrow = '', value = ''] = facet.split(/=(.*)/s)
    under.get(narrow as Narrow)?.push(value)
  }
  return { country, under }
}

/** Every row there is: asked for again only when anything public was made anew. */
export async function everyRow(store: Store, trx: Store): Promise<readonly SoughtRow[]> {
  const memory = memoryOf(store)
  const mark = await publicVersion(trx)
  if (memory.all && memory.all.mark === mark && mark !== '') return memory.all.rows
  const { rows } = await sql<{
    all: string
  }>`select array(select nth from public_search)::text as all`.execute(trx)
  const numbers = numbersIn(rows[0]?.all ?? '{}')
  const all = await soughtRows(store, trx, numbers)
  // What is gone from the table goes from here; whoever reads the old rows still has them.
  memory.rows = new Map(all.map((row, index) => [numbers[index] ?? 0, row]))
  memory.all = { mark, rows: all }
  return all
}

/** `{1,2}` as the database writes an array: a hundred thousand numbers are read so in a millisecond. */
export function numbersIn(text: string): readonly number[] {
  const numbers: number[] = []
  let number = -1
  for (let at = 1; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit >= 0 && digit <= 9) number = (number < 0 ? 0 : number * 10) + digit
    else if (number >= 0) {
      numbers.push(number)
      number = -1
    }
  }
  return numbers
}
const ZERO = '0'.charCodeAt(0)

/** One page of rows: the newest first, then by id from the last. Only rows of the days that the page shows are put in order. */
export function newestOf(rows: readonly SoughtRow[], offset: number, limit: number): readonly SoughtRow[] {
  if (offset >= rows.length || limit === 0) return []
  const days = new Int32Array(rows.length)
  for (const [index, { day }] of rows.entries()) days[index] = -day
  days.sort()
  const [first = 0, last = 0] = [days[offset], days[Math.min(offset + limit, days.length) - 1]].map(
    (day) => -(day ?? 0),
  )
  const before = days.indexOf(-first)
  return rows
    .filter((one) => one.day <= first && one.day >= last)
    .sort((a, b) => b.day - a.day || (a.id < b.id ? 1 : -1))
    .slice(offset - before, offset - before + limit)
}
