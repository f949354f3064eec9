/** One row of a reviewer's form in, the value it means out, or the fault that says why it means none. */
import type { Codebook } from '../core/codebook.ts'
import { canonicalName, type Pack } from '../core/pack.ts'
import { dateText } from '../core/partial-date.ts'
import type { ReviewRow, RowFault } from '../core/review-row.ts'
import {
  barePenalty,
  type Field,
  FREEDOMS,
  type GroupValue,
  INCIDENT_KINDS,
  PENALTY_TYPES,
  type PenaltyValue,
  QUALIFIERS,
  type Values,
} from '../core/values.ts'
import { actMeant, organisationMeant, placeMeant, roleMeant, termMeant } from './resolve.ts'
import { typedLaw } from './typed-law.ts'
import { typedDate, typedRange } from './typed-numbers.ts'

export type Data = { readonly codebook: Codebook; readonly pack: Pack }
export type Understood =
  | { readonly kind: 'value'; readonly value: Values[Field] }
  | { readonly kind: 'fault'; readonly code: RowFault['code']; readonly typed: string }

/** In quotation marks: a name that the data does not have, kept as it was written. */
const QUOTED = /^[«“"](.+)[»”"]$/

export function typedValue(row: ReviewRow, { codebook, pack }: Data): Understood {
  const typed = row.value.trim()
  const found = <T extends Values[Field]>(value: T | null | undefined): Understood =>
    value === null || value === undefined
      ? { kind: 'fault', code: 'review.unknown', typed }
      : { kind: 'value', value }
  if (typed === '' && row.field !== 'date' && row.field !== 'group') return found(null)
  switch (row.field) {
    case 'kind': {
      const kind = termMeant(typed, codebook, 'kinds')
      return found(INCIDENT_KINDS.find((one) => one === kind))
    }
    case 'freedom': {
      const freedom = termMeant(typed, codebook, 'freedoms')
      return found(FREEDOMS.find((one) => one === freedom))
    }
    case 'act':
      return found(actMeant(typed, codebook))
    case 'date':
    case 'other_date': {
      const date = typedDate(typed)
      if (!date || (row.field === 'other_date' && typed === ''))
        return { kind: 'fault', code: 'review.date', typed }
      return { kind: 'value', value: row.field === 'date' ? date : dateText(date) }
    }
    case 'place': {
      const written = QUOTED.exec(typed)?.[1]
      if (written) return { kind: 'value', value: { name: written, canonical: written, place: null } }
      const place = placeMeant(typed, pack)
      return found(place && { name: typed, canonical: canonicalName(pack, place), place: place.id })
    }
    case 'law':
      return found(typedLaw(typed, codebook, pack))
    case 'person':
      return {
        kind: 'value',
        value: {
          name: typed,
          aliases: [],
          role: row.role.trim() === '' ? null : (roleMeant(row.role, codebook) ?? row.role.trim()),
          harmed: row.harmed === 'actor' ? 'actor' : row.harmed === 'yes',
        },
      }
    case 'group':
      return groupOf(row)
    case 'penalty':
      return penaltyOf(row, codebook)
    case 'organisation':
      return found(organisationMeant(typed, pack) ?? typed)
    default:
      return found(typed)
  }
}

/** `11 people` in the box of what is counted: where a row has no other place yet, the number is written before it. */
const COUNTED = /^(\d[\d.,\s\u00a0]*(?:\.\.\s*\d*)?|\.\.\s*\d+)\s+(?=\p{L})/u

function groupOf(typed: ReviewRow): Understood {
  const before = typed.number.trim() === '' ? COUNTED.exec(typed.value.trim()) : null
  const row = before
    ? { ...typed, number: (before[1] ?? '').trim(), value: typed.value.trim().slice(before[0].length) }
    : typed
  const range = typedRange(row.number)
  const qualifier = QUALIFIERS.find((one) => one === row.unit)
  const isWhole = range && [range.min, range.max].every((one) => one === null || Number.isInteger(one))
  if (!range || !isWhole || !qualifier || row.number.trim() === '')
    return { kind: 'fault', code: 'review.number', typed: row.number || row.value }
  // A number with an open end is not exact, whatever nobody chose.
  const open = range.max === null ? 'at_least' : range.min === null ? 'at_most' : qualifier
  const meant = qualifier === 'exact' ? open : qualifier
  return { kind: 'value', value: { what: row.value.trim(), ...range, qualifier: meant } satisfies GroupValue }
}

/** One number is so much; a range is from so much to so much of the unit. */
function penaltyOf(row: ReviewRow, codebook: Codebook): Understood {
  const meant = termMeant(row.value, codebook, 'penalties')
  const type = PENALTY_TYPES.find((one) => one === meant)
  if (!type) return { kind: 'fault', code: 'review.unknown', typed: row.value }
  const range = typedRange(row.number)
  const [min, max] = [range?.min ?? null, range?.max ?? null]
  const isNone = row.number.trim() === ''
  if (!range || (!isNone && (row.unit === '' || min === 0 || max === 0)))
    return { kind: 'fault', code: 'review.number', typed: row.number }
  const who = row.who.split(/[,;]/).flatMap((one) => one.trim() || [])
  const bare = { ...barePenalty(type), who }
  if (isNone) return { kind: 'value', value: bare }
  const value: PenaltyValue =
    min !== max || min === null
      ? { ...bare, min, max, unit: row.unit }
      : row.unit === 'days' || row.unit === 'months' || row.unit === 'years'
        ? { ...bare, [row.unit]: min }
        : { ...bare, amount: min, currency: row.unit }
  return { kind: 'value', value }
}
