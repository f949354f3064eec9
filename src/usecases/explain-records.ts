/** A draft and its document in, every value with its rule, its basis and the words it was read in out. */
import type { ClaimBasis, Draft } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { wordsOf } from '../core/span.ts'
import type { Field, Values } from '../core/values.ts'

export type Explained = {
  readonly field: Field
  readonly value: Values[Field]
  readonly rule: string
  readonly basis: ClaimBasis
  /** Null: the rule concluded it from the passage as a whole. */
  readonly words: string | null
}

export const explained = ({ text }: Pick<Document, 'text'>, { proposals }: Draft): readonly Explained[] =>
  proposals.map(({ field, value, rule, basis, span }) => ({
    field,
    value,
    rule,
    basis,
    words: span === null ? null : wordsOf(text, span).replace(/\s+/g, ' '),
  }))
