/** An incident as far as it is counted: in which slices it stands, whether that is sure, and how many of each unit it adds. */
import type { IncidentKind, PenaltyType } from './values.ts'

/** `claimed` null: open upwards. A range is never 0..0 for unknown; unknown is no range. */
export type Range = { readonly certain: number; readonly claimed: number | null }

/** Facets that stand in the record itself; years, quarters and months follow from its dates. */
export const MEMBER_FACETS = ['region', 'freedom', 'act', 'law', 'institution', 'role', 'penalty'] as const
export type MemberFacet = (typeof MEMBER_FACETS)[number]
export const DATE_FACETS = ['year', 'quarter', 'month'] as const
export type DateFacet = (typeof DATE_FACETS)[number]
export const COUNT_FACETS = [...DATE_FACETS, ...MEMBER_FACETS] as const
export type CountFacet = (typeof COUNT_FACETS)[number]

/** What is counted: unlike units never stand in one sum. `persons` tells people apart across incidents; `times` counts each of them each time. */
export const COUNT_UNITS = [
  'incidents',
  'persons',
  'times',
  'acts',
  'proceedings',
  'penalties',
  'days',
  'months',
  'money',
  'index',
] as const
export type CountUnit = (typeof COUNT_UNITS)[number]

/**
 * One slice the incident stands in. `sure` false: only some sources put it there. `persons`: those whom this act struck, this
 * role names or this penalty was given to; null: nobody says how many, or the facet does not tell persons apart.
 */
export type Member = {
  readonly facet: MemberFacet
  readonly value: string
  readonly sure: boolean
  readonly persons: Range | null
}

export type Members = Readonly<Record<MemberFacet, readonly Member[]>>

/** Null: this penalty is not counted in that unit at all. */
export type CountedPenalty = {
  readonly type: PenaltyType
  readonly persons: Range
  readonly days: Range | null
  readonly months: Range | null
  readonly money: Range | null
  readonly index: Range | null
}

export type Counted = {
  readonly version: number
  /** First digits of a hash over all the rest: two counts over the same rows have the same inputs. */
  readonly fingerprint: number
  readonly kind: IncidentKind
  /** First and last day that any source says, as 20200217; null where an end is open or no date is known. */
  readonly from: number | null
  readonly to: number | null
  readonly persons: Range | null
  /** Codes of those of them who were judged to be somebody on record; of the others nobody knows whether they were met before. */
  readonly known: readonly number[]
  readonly members: Members
  /** Penalties of one record; where sources disagree, either of them. */
  readonly penalties: readonly CountedPenalty[]
}

/** `20200217` for `2020-02-17`: days in their order, as small as a number can be. */
export const dayAsNumber = (iso: string): number => Number(iso.replaceAll('-', ''))

/** The value of a row or column for incidents of which a facet is not known: never left out, and never 0. */
export const UNKNOWN_SLICE = 'unknown'
