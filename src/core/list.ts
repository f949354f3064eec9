/** A list as tables of cells, and what somebody said its columns hold; the words by which lists are understood. */
import type { Proposal } from './claim.ts'
import type { Span } from './span.ts'
import type { Freedom, IncidentKind, PenaltyType } from './values.ts'

/**
 * What a column can hold. `id` is the list's own number of a row; `part` goes with `law`, `role` with `person`; `words` is
 * prose, in which only the rules that read reports find anything.
 */
export const HELD = [
  'ignore',
  'id',
  'date',
  'other_date',
  'place',
  'person',
  'role',
  'act',
  'law',
  'part',
  'penalty',
  'count',
  'words',
  'outcome',
  'source',
  'freedom',
  'organisation',
  'offence',
  'actor',
] as const
export type HeldByColumn = (typeof HELD)[number]
/** Those of which a row has one: a second column of the kind would contradict the first. */
export const ONCE: readonly HeldByColumn[] = ['id', 'date', 'role', 'part', 'outcome']

/** `serial`: days since 1900, as spreadsheets count them. */
export const DATE_ORDERS = ['iso', 'dmy', 'mdy', 'serial'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export type Cell = { readonly column: number; readonly span: Span }
/** `number`: as people count the rows of the list, from 1, with those that name its columns. */
export type ListRow = { readonly number: number; readonly span: Span; readonly cells: readonly Cell[] }
export type ListTable = {
  /** `log`: lines of prose in near-fixed order, cut into columns by what they say. */
  readonly kind: 'table' | 'log'
  /** Name of the sheet, where a workbook has several. */
  readonly sheet: string | null
  /** How many of the first rows name the columns. */
  readonly headRows: number
  /** Column → its name as written, where it has one. */
  readonly names: ReadonlyMap<number, string>
  /** Every column that holds anything, in order. */
  readonly columns: readonly number[]
  readonly rows: readonly ListRow[]
  /** Of a log: the sources numbered below it. */
  readonly sources?: ReadonlyMap<number, Span>
}

/** What words of one kind of column mean: said once, for every row that has them. */
export type Meaning = { readonly holds: HeldByColumn; readonly words: string; readonly means: string }
export type MappedColumn = { readonly column: number; readonly name: string; readonly holds: HeldByColumn }
export type ListMap = {
  readonly sheet: number
  readonly headRows: number
  readonly columns: readonly MappedColumn[]
  /** Null: no date needs it, or nobody has said. */
  readonly order: DateOrder | null
  /** What holds for every row that says nothing else. */
  readonly act: string | null
  readonly freedom: Freedom | null
  readonly kind: IncidentKind
  /** Places that the data does not know are kept as they are written, and are no fault. */
  readonly keepPlaces: boolean
  readonly meanings: readonly Meaning[]
}

export const ROW_FAULTS = ['unknown', 'date', 'number', 'no-date', 'twice'] as const
/** `words`: what the cell says; empty where it says nothing. */
export type ListFault = {
  readonly code: (typeof ROW_FAULTS)[number]
  readonly column: number | null
  readonly holds: HeldByColumn
  readonly words: string
}
export type ReadRow = {
  readonly row: ListRow
  /** The list's own number of the row; null where it has none. */
  readonly id: string | null
  readonly proposals: readonly Proposal[]
  readonly faults: readonly ListFault[]
}

/** Words of lists as data: headings by what they head, stems of penalties and of their units. */
export type ListWords = {
  readonly headings: ReadonlyMap<HeldByColumn, readonly string[]>
  /** In this order: the first that fits. `act`: what a row is told as that says nothing but the penalty. */
  readonly penalties: readonly {
    readonly type: PenaltyType
    readonly act: string | null
    readonly stems: readonly string[]
  }[]
  /** `alone`: the penalty that such a number means where no word says it. */
  readonly units: readonly {
    readonly unit: ListUnit
    readonly alone: PenaltyType | null
    readonly stems: readonly string[]
  }[]
  /** Words around the name of a place that are no part of it. */
  readonly placeWords: readonly string[]
  /** Words between two names in one cell. */
  readonly and: readonly string[]
  /** Headings above the numbered sources of a log. */
  readonly sources: readonly string[]
}
export const LIST_UNITS = ['days', 'months', 'years'] as const
export type ListUnit = (typeof LIST_UNITS)[number]

/** More columns than any list that people keep; each has a line on the page that maps them. */
export const MOST_COLUMNS = 60
