/** A claimed value in, the row of a form that shows it out, in the reviewer's language; read back by `typedValue`. */
import type { Codebook } from '../core/codebook.ts'
import { type Labels, type Language, labelIn } from '../core/language.ts'
import { dateText } from '../core/partial-date.ts'
import { emptyRow, type ReviewRow } from '../core/review-row.ts'
import type {
  Field,
  GroupValue,
  LawValue,
  PenaltyValue,
  PersonValue,
  PlaceValue,
  Values,
} from '../core/values.ts'

type Said = { [F in Field]: { readonly field: F; readonly value: Values[F] } }[Field]
type Parts = Partial<ReviewRow>

export function rowOfValue(said: Said, codebook: Codebook, language: Language): ReviewRow {
  return { ...emptyRow(said.field), ...partsOf(said, codebook, language) }
}

function partsOf(said: Said, codebook: Codebook, language: Language): Parts {
  const label = (labels: Labels | undefined, id: string): string =>
    labels ? labelIn(labels, language).text : id
  switch (said.field) {
    case 'act':
      return { value: label(codebook.acts.get(said.value)?.label, said.value) }
    case 'freedom':
      return { value: label(codebook.vocabularies.freedoms.get(said.value)?.label, said.value) }
    case 'date':
      return { value: dateText(said.value) }
    case 'place':
      return { value: (said.value satisfies PlaceValue).canonical }
    case 'person':
      return personParts(said.value, roleText(said.value.role, codebook, language))
    case 'group':
      return groupParts(said.value)
    case 'law':
      return {
        value: lawText(
          said.value,
          label(codebook.vocabularies.law_codes.get(said.value.code)?.label, said.value.code),
        ),
      }
    case 'penalty':
      return {
        value: label(codebook.vocabularies.penalties.get(said.value.type)?.label, said.value.type),
        ...penaltyParts(said.value),
        who: said.value.who.join(', '),
      }
    default:
      return { value: said.value }
  }
}

/** A role that the codebook has in the reviewer’s language; any other as it was written. */
function roleText(role: string | null, { vocabularies }: Codebook, language: Language): string {
  const known = [...vocabularies.roles.values()].find(
    ({ label }) => label.en.toLowerCase() === role?.toLowerCase(),
  )
  return known && language !== 'en' ? labelIn(known.label, language).text : (role ?? '')
}

const personParts = ({ name, harmed }: PersonValue, role: string): Parts => ({
  value: name,
  role,
  harmed: harmed === 'actor' ? 'actor' : harmed ? 'yes' : 'no',
})

const groupParts = ({ what, min, max, qualifier }: GroupValue): Parts => ({
  value: what,
  number: rangeText(min, max),
  unit: qualifier,
})

const rangeText = (min: number | null, max: number | null): string =>
  min === null && max === null ? '' : min === max ? String(min) : `${min ?? ''}..${max ?? ''}`

/** `Criminal Code 174 (2)`; a law named without an article in quotation marks, as it was written, after the code it is taken for. */
export const lawText = ({ code: id, article, part, name }: LawValue, code: string): string =>
  article !== null
    ? `${code} ${article}${part === null ? '' : ` (${part})`}`
    : name === null
      ? code
      : id === 'other'
        ? `«${name}»`
        : `${code} «${name}»`

function penaltyParts(one: PenaltyValue): Parts {
  const counted = (['days', 'months', 'years'] as const).find((unit) => one[unit] !== null)
  if (one.amount !== null) return { number: String(one.amount), unit: one.currency ?? '' }
  if (counted) return { number: String(one[counted]), unit: counted }
  return { number: rangeText(one.min, one.max), unit: one.unit ?? '' }
}
