/** One value of a field in, the words a colleague reads it in out; nothing is held back here. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { Field, PlaceValue, Values } from '../../core/values.ts'
import { publicPenalty, publicPlace } from '../../core/withholding/public-values.ts'
import { valueName } from '../../publish/filter-words.ts'
import { lawIn } from '../../publish/laws.ts'
import { groupIn } from '../../publish/sections/pieces.ts'
import { penaltyIn } from '../../publish/telling/penalty.ts'
import { whenIn, writtenIn } from '../../publish/telling/when.ts'
import type { Face } from '../../publish/views.ts'

/** A field with one value of it, claimed or standing. */
export type Said = { [F in Field]: { readonly field: F; readonly value: Values[F] } }[Field]

const EVERYTHING = () => true

/** Null: the country of a text that nobody has decided on is not known. */
export function valueText(claim: Said, told: Face, pack: Pack | null): string {
  switch (claim.field) {
    case 'act':
    case 'freedom':
    case 'kind':
      return valueName(claim.field, claim.value, pack, told)
    case 'date':
      return whenIn(claim.value, told.tell)
    case 'other_date':
      return writtenIn(claim.value, told.tell)
    case 'place':
      return placeText(claim.value, told, pack)
    case 'person':
      return [claim.value.name, roleText(claim.value.role, told)].filter(Boolean).join(', ')
    case 'group':
      return `${groupIn(claim.value, told)} ${claim.value.what}`
    case 'law':
      return lawIn(claim.value, told)
    case 'penalty':
      return pack === null
        ? claim.value.type
        : penaltyIn(publicPenalty(claim.value, null, pack, EVERYTHING), pack, told.tell)
    default:
      return claim.value
  }
}

export const placeText = (value: PlaceValue, { words }: Face, pack: Pack | null): string =>
  pack === null ? value.canonical : labelIn(publicPlace(value, pack).label, words.language).text

function roleText(role: string | null, { codebook, words }: Face): string | null {
  const term = role === null ? undefined : codebook.vocabularies.roles.get(role)
  return term ? labelIn(term.label, words.language).text : role
}
