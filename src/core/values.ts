/** What a claim may say about an incident: one type per field, in the terms of the annotation guide. */
import type { PartialDate } from './partial-date.ts'

export const INCIDENT_KINDS = ['event', 'aggregate', 'policy', 'background'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

export const FREEDOMS = ['association', 'assembly', 'expression', 'other'] as const
export type Freedom = (typeof FREEDOMS)[number]

export const QUALIFIERS = ['exact', 'about', 'at_least', 'at_most', 'estimate'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

export const LAW_CODES = [
  'criminal',
  'administrative',
  'assembly_law',
  'constitution',
  'iccpr',
  'other',
] as const
export type LawCode = (typeof LAW_CODES)[number]

export const PENALTY_TYPES = [
  'administrative_detention',
  'prison',
  'fine',
  'restriction_of_freedom',
  'suspended',
  'warning',
  'ban',
  'house_arrest',
  'other',
] as const
export type PenaltyType = (typeof PENALTY_TYPES)[number]

/** `place` is the pack's id where the name was recognised. */
export type PlaceValue = { readonly name: string; readonly canonical: string; readonly place: string | null }
export type Harmed = true | false | 'actor'
export type PersonValue = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: string | null
  readonly harmed: Harmed
}
/** A stated number: min and max are whole numbers; null is an open end, never 0. */
export type GroupValue = {
  readonly what: string
  readonly min: number | null
  readonly max: number | null
  readonly qualifier: Qualifier
}
/** `name` is the law as written when it is named without a code article. */
export type LawValue = {
  readonly code: LawCode
  readonly article: string | null
  readonly part: string | null
  readonly name: string | null
}
/** An imposed penalty; money in the local currency, one number filled, the rest null. */
export type PenaltyValue = {
  readonly type: PenaltyType
  readonly days: number | null
  readonly months: number | null
  readonly years: number | null
  readonly amount: number | null
  readonly currency: string | null
  readonly min: number | null
  readonly max: number | null
  readonly unit: string | null
  readonly who: readonly string[]
}

/** A penalty of which only the kind is known. */
export const barePenalty = (type: PenaltyType): PenaltyValue => ({
  type,
  days: null,
  months: null,
  years: null,
  amount: null,
  currency: null,
  min: null,
  max: null,
  unit: null,
  who: [],
})

/** Field name → type of one value. Fields marked `many` in fields.ts hold a set of them. */
export type Values = {
  readonly kind: IncidentKind
  readonly freedom: Freedom
  readonly date: PartialDate
  readonly other_date: string
  readonly place: PlaceValue
  readonly person: PersonValue
  readonly organisation: string
  readonly group: GroupValue
  readonly act: string
  readonly law: LawValue
  readonly offence: string
  readonly penalty: PenaltyValue
  readonly actor: string
  readonly source: string
  readonly outcome: string
}
export type Field = keyof Values

export const FIELDS = [
  'kind',
  'freedom',
  'date',
  'other_date',
  'place',
  'person',
  'organisation',
  'group',
  'act',
  'law',
  'offence',
  'penalty',
  'actor',
  'source',
  'outcome',
] as const satisfies readonly Field[]

/** Fields that hold exactly one standing value. */
export const SINGLE_FIELDS: ReadonlySet<Field> = new Set(['kind', 'date', 'outcome'])
