/** One value of a field in, the words a colleague reads it in out; nothing is held back here. */
import type { Codebook } from '../../core/codebook.ts'
import { labelIn } from '../../core/language.ts'
import type { Field, Values } from '../../core/values.ts'
import type { Words } from '../../core/words.ts'

/** A field with one value of it, claimed or standing. */
export type Said = { [F in Field]: { readonly field: F; readonly value: Values[F] } }[Field]

export function valueText(claim: Said, codebook: Codebook, words: Words): string {
  switch (claim.field) {
    case 'act': {
      const term = codebook.acts.get(claim.value)
      return term ? labelIn(term.label, words.language).text : claim.value
    }
    case 'date':
      return claim.value.from === claim.value.to
        ? (claim.value.from ?? '?')
        : `${claim.value.from ?? '?'} – ${claim.value.to ?? '?'}`
    case 'place':
      return claim.value.canonical
    case 'person':
      return [claim.value.name, claim.value.role].filter(Boolean).join(', ')
    case 'group':
      return `${claim.value.min ?? '?'}–${claim.value.max ?? '?'} ${claim.value.what}`
    case 'law':
      return [claim.value.code, claim.value.article, claim.value.part, claim.value.name]
        .filter(Boolean)
        .join(' ')
    case 'penalty':
      return Object.entries(claim.value)
        .filter(([, one]) => one !== null && !Array.isArray(one))
        .map(([, one]) => one)
        .join(' ')
    default:
      return claim.value
  }
}
