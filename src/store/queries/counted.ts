/** The rows that counts are made of, as far as the wall lets whoever asks see: all records that stand alike in one piece. */
import { sql } from 'kysely'
import type { Store } from '../connect.ts'
import type { CountedRow, CoverageRow, IncidentRow } from '../tables.ts'
import { RECORD_COLUMNS } from './records.ts'

type Reader = Pick<Store, 'selectFrom'>

export type CountedGroup = Pick<
  CountedRow,
  'organisation' | 'state' | 'tier' | 'coders' | 'assigned' | 'shared_with'
> & {
  /** Rows of numbers one after another, in the order of `ids`. */
  readonly numbers: Uint8Array
  readonly ids: readonly string[]
  /** How many rows it holds. */
  readonly n: number
}

/** As base64: the driver is sent bytes as hexadecimals, twice as long, and megabytes of them cost a third of a count. */
const numbersAsText = sql<string>`encode(string_agg(numbers, ''::bytea), 'base64')`.as('numbers')
const numbersIn = (row: { readonly numbers: string }): Uint8Array => Buffer.from(row.numbers, 'base64')

const STANDING = ['organisation', 'state', 'tier', 'coders', 'assigned', 'shared_with'] as const

/** `withIds`: which records they are as well, for the list that a cell opens to. */
export async function countedGroups(
  store: Reader,
  country: string,
  withIds = false,
): Promise<readonly CountedGroup[]> {
  const rows = await store
    .selectFrom('counted')
    .select(STANDING)
    .select(numbersAsText)
    .select((one) => one.fn.countAll<number>().as('n'))
    .select(withIds ? sql<string>`string_agg(id, ' ')`.as('ids') : sql<string>`''`.as('ids'))
    .where('country', '=', country)
    .groupBy(STANDING)
    .execute()
  return rows.map((row) => ({
    ...row,
    numbers: numbersIn(row),
    n: Number(row.n),
    ids: row.ids === '' ? [] : row.ids.split(' '),
  }))
}

/** Every country that has a record, as far as the wall lets whoever asks see. */
export async function countriesCounted(store: Reader): Promise<readonly string[]> {
  const rows = await store.selectFrom('counted').select('country').distinct().orderBy('country').execute()
  return rows.map((row) => row.country)
}

/** Records that tell of many cases at once. */
export async function aggregateRows(store: Reader, country: string): Promise<readonly IncidentRow[]> {
  const rows = await store
    .selectFrom('incidents')
    .select(RECORD_COLUMNS)
    .where('country', '=', country)
    .where('kind', '=', 'aggregate')
    .orderBy('date_from')
    .orderBy('id')
    .execute()
  return rows as unknown as readonly IncidentRow[]
}

/** What a count reads of a record; null of one that is counted with another, that it was cleared to be one with. */
export type MappableRow = IncidentRow & {
  readonly counted: Pick<CountedRow, 'collectors' | 'numbers'> | null
}

/** All records of a country, to be told in the words of others. */
export async function rowsToMap(store: Reader, country: string): Promise<readonly MappableRow[]> {
  const rows = await store
    .selectFrom('incidents')
    .leftJoin('counted', 'counted.id', 'incidents.id')
    .select(RECORD_COLUMNS.map((column) => `incidents.${column}` as const))
    .select(['counted.collectors', 'counted.numbers'])
    .where('incidents.country', '=', country)
    .orderBy('incidents.id')
    .execute()
  return rows.map(({ collectors, numbers, ...row }) => ({
    ...(row as unknown as IncidentRow),
    counted: collectors === null || numbers === null ? null : { collectors, numbers },
  }))
}

/** The same pieces, parted by who collected: for the question who looked where. */
export async function collectedGroups(
  store: Reader,
  country: string,
): Promise<readonly (Omit<CountedGroup, 'ids' | 'n'> & Pick<CountedRow, 'collectors'>)[]> {
  const rows = await store
    .selectFrom('counted')
    .select([...STANDING, 'collectors'])
    .select(numbersAsText)
    .where('country', '=', country)
    .groupBy([...STANDING, 'collectors'])
    .execute()
  return rows.map((row) => ({ ...row, numbers: numbersIn(row) }))
}

/** Statements of coverage in the order of the log: the newest of an id counts. */
export const coverageRows = (store: Reader, country: string): Promise<CoverageRow[]> =>
  store.selectFrom('coverage').selectAll().where('country', '=', country).orderBy('event').execute()
