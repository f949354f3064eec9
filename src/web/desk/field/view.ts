/** What the pages about phones are drawn from. */
import type { FieldPassRow } from '../../../store/tables.ts'
import type { FileTaken } from '../../../usecases/field/take-file.ts'
import type { FieldList } from '../../../usecases/field/triage.ts'

export type FieldDesk = {
  readonly list: FieldList
  readonly phones: readonly Omit<FieldPassRow, 'receipts'>[]
  /** Of a pass just made: shown this once. */
  readonly words: string | null
  /** Of a file just taken in. */
  readonly took: FileTaken | null
  readonly country: string
}
