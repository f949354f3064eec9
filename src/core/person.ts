/** A person, and on what basis they may be shown. Absent basis means never. */
import type { Labels } from './language.ts'

export const SHOW_LEVELS = ['never', 'pseudonym', 'initials', 'name'] as const
export type ShowLevel = (typeof SHOW_LEVELS)[number]

/** consent: given by the person · already_public: named publicly before, with the reason · office: acting in office. */
export const BASIS_KINDS = ['consent', 'already_public', 'office'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]

export type Basis = {
  readonly person: string
  readonly kind: BasisKind
  readonly level: ShowLevel
  readonly reason: string
  /** How consent was given; null for the other kinds. */
  readonly givenHow: string | null
  readonly recordedOn: string
  /** After this day the basis no longer holds until somebody looks again. */
  readonly reviewBy: string
  readonly by: string
}

export type Person = {
  readonly id: string
  readonly names: Labels
  /** Other spellings in any script, each seen in a source. */
  readonly variants: readonly string[]
  readonly pseudonym: string | null
}

/** The basis on which a person may be shown on a day: the newest, unless its review day has passed; null means never. */
export function basisOn(bases: readonly Basis[], today: string): Basis | null {
  const newest = bases.at(-1)
  return newest && newest.reviewBy >= today ? newest : null
}
