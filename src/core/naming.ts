/** Who may be named where, and which subjects wait: the rules monitors and lawyers own, once validated. */
import type { Rule } from './codebook.ts'
import type { BasisKind, ShowLevel } from './person.ts'
import type { Tier } from './tier.ts'
import type { Field, Harmed } from './values.ts'

/** What a rule asks of a person in a record; what it does not ask for may be anything. */
export type NamingCase = {
  /** Name of a list of people, whose words stand in the role. */
  readonly who?: string | undefined
  readonly basis?: readonly BasisKind[] | undefined
  readonly harmed?: readonly Harmed[] | undefined
}

export type NamingRule = Rule & { readonly when: NamingCase; readonly most: ShowLevel }

/** A subject that is kept from the public until a decision opens the record. */
export type SensitiveSubject = Rule & {
  readonly tier: Tier
  readonly acts: readonly string[]
  /** Words of every language; one that ends in `*` may go on. */
  readonly words: readonly string[]
}

/** The tier of a field where no decision says another; a field without a rule is public. */
export type FieldRule = Rule & {
  readonly field: Field
  readonly tier: Tier
  /** Whether the words that say it are covered in passages too, or only the value is left out. */
  readonly covers: boolean
}

export type Naming = {
  /** The first that fits decides; the last fits everybody and allows nothing. */
  readonly rules: readonly NamingRule[]
  readonly people: ReadonlyMap<string, readonly string[]>
  readonly sensitive: readonly SensitiveSubject[]
  readonly fields: readonly FieldRule[]
}
