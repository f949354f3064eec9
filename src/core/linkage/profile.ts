/** What can be seen of a column without knowing what it means: the ground on which its kind is told. */
export type ColumnProfile = {
  readonly name: string
  readonly rows: number
  readonly filled: number
  readonly distinct: number
  /** Some of the values, the same ones for the same file. */
  readonly sample: readonly string[]
}
