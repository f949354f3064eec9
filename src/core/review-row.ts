/** One value as it stands in the form of a reviewer: what was typed, field by field, before anybody understood it. */
import type { Field } from './values.ts'

export type ReviewRow = {
  readonly field: Field
  readonly keep: boolean
  readonly value: string
  /** Of numbers and penalties: `3`, `3..5`, `3..` or `..5`. */
  readonly number: string
  /** Of a penalty what is counted (days, months, years, a currency); of a number how exact it is. */
  readonly unit: string
  /** Of a penalty: names of those it was imposed on. */
  readonly who: string
  /** Of a person. */
  readonly role: string
  readonly harmed: string
  /** Who of the recorded people it is, by id or any spelling; empty: nobody said. */
  readonly person: string
  /** The words of the text that say it. */
  readonly words: string
  /** Id of the claim that proposed it; empty: the reviewer added it. */
  readonly origin: string
}

/** Parts of a row that are typed or chosen, in the order they are read. */
export const ROW_PARTS = ['value', 'number', 'unit', 'who', 'role', 'harmed', 'person', 'words'] as const
export type RowPart = (typeof ROW_PARTS)[number]

export const emptyRow = (field: Field): ReviewRow => ({
  field,
  keep: true,
  value: '',
  number: '',
  unit: field === 'group' ? 'exact' : '',
  who: '',
  role: '',
  harmed: field === 'person' ? 'yes' : '',
  person: '',
  words: '',
  origin: '',
})

/** True when the reviewer left what was proposed as it was. */
export const isSameRow = (a: ReviewRow, b: ReviewRow): boolean =>
  (['field', 'value', 'number', 'unit', 'who', 'role', 'harmed'] as const).every(
    (part) => a[part] === b[part],
  )

/** What is wrong with one part of one row. */
export type RowFault = {
  readonly row: number
  readonly code:
    | 'review.unknown'
    | 'review.number'
    | 'review.date'
    | 'review.one'
    | 'review.words'
    | 'review.person'
  readonly typed: string
}
