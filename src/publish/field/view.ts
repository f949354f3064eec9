/** What the page that phones install is given: words, and what is asked in the street and in court. Nothing of the house. */
import type { Question } from '../../core/cases/terms.ts'
import type { FieldTerms } from '../../core/field/terms.ts'
import type { Words } from '../../core/words.ts'

export type FieldView = {
  readonly words: Words
  readonly terms: FieldTerms
  /** Of the sheet that a hearing is asked by. */
  readonly questions: readonly Question[]
}
