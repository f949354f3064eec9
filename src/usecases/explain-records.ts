/** A draft and its document in, every value with its rule, its basis and the words it was read in out. */
import type { ClaimBasis, Draft } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { recognisedIn, surenessAt } from '../core/recognition.ts'
import { wordsOf } from '../core/span.ts'
import type { Field, Values } from '../core/values.ts'

export type Explained = {
  readonly field: Field
  readonly value: Values[Field]
  readonly rule: string
  readonly basis: ClaimBasis
  /** Null: the rule concluded it from the passage as a whole. */
  readonly words: string | null
  /** How sure a machine was, 0 to 100, of the word it was least sure of among these; left out where the file holds its letters itself. */
  readonly sure?: number
}

export function explained(
  { text, blocks }: Pick<Document, 'text' | 'blocks'>,
  { proposals }: Draft,
): readonly Explained[] {
  const recognised = recognisedIn(blocks)
  return proposals.map(({ field, value, rule, basis, span }) => {
    const sure = span && surenessAt(recognised, span)
    return {
      field,
      value,
      rule,
      basis,
      words: span === null ? null : wordsOf(text, span).replace(/\s+/g, ' '),
      ...(sure && { sure: sure.least }),
    }
  })
}
