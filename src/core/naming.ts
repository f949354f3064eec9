/** Who may be named where, and which subjects wait: the rules monitors and lawyers own, once validated. */
import type { Rule } from './codebook.ts'
import type { BasisKind, ShowLevel } from './person.ts'
import type { Tier } from './tier.ts'
import type { Harmed } from './values.ts'

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

export type Naming = {
  /** The first that fits decides; the last fits everybody and allows nothing. */
  readonly rules: readonly NamingRule[]
  readonly people: ReadonlyMap<string, readonly string[]>
  readonly sensitive: readonly SensitiveSubject[]
}
