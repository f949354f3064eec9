/** What can be seen of a column without knowing what it means: the ground on which its kind is told. */
export type ColumnProfile = {
  readonly name: string
  /** Rows that were counted, all or every so many. */
  readonly rows: number
  readonly filled: number
  readonly distinct: number
  /** No value stands in two records of the whole table. */
  readonly isUnique: boolean
  /** The values of some rows, the same rows for every column and each time; '' where there is none. */
  readonly sample: readonly string[]
}
