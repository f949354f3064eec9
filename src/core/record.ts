/** Tier 4: an incident as decided, every value with the claims it stands on. Internal: never rendered publicly. */
import type { Claim, Reader } from './claim.ts'
import type { Source } from './document.ts'
import type { Span } from './span.ts'
import type { Field, Values } from './values.ts'

/** stands: the decided value · disputed: several claims, none preferred, all shown. */
export type Verdict = 'stands' | 'disputed'

/** A value and the claims that say it; `person` is who a coder judged a person value to be. */
export type Held<F extends Field = Field> = {
  [K in F]: {
    readonly field: K
    readonly value: Values[K]
    readonly claims: readonly Claim[]
    readonly person: string | null
  }
}[F]

export type Ruling = {
  readonly field: Field
  readonly verdict: Verdict
  readonly values: readonly Held[]
  readonly by: string
  readonly at: string
  readonly why: string | null
}

/** Where an incident is told: one per document, or several where records were made twice from one document. */
export type Telling = {
  readonly document: string
  readonly span: Span
  /** Who collected first what it says of this record, where somebody said so; left out: as the source has it. */
  readonly collector?: string | null
}

export type Incident = {
  readonly id: string
  readonly country: string
  readonly version: number
  readonly tellings: readonly Telling[]
  readonly rulings: readonly Ruling[]
  /** What sources say and what does not stand; left out where there is nothing. It is shown to colleagues alone. */
  readonly otherwise?: readonly Held[]
  /** Incidents this one follows from, is part of, or reverses. */
  readonly links: readonly { readonly kind: LinkKind; readonly incident: string }[]
  /** The records that were judged to tell one event and are read as this one, the first of them under its own id; left out for a record by itself. */
  readonly together?: readonly Incident[]
}

export const LINK_KINDS = ['follows', 'part_of', 'reverses'] as const
/** covers: a total counts the other too; it is decided by itself. */
export type LinkKind = (typeof LINK_KINDS)[number] | 'covers'

/** What withholding needs to know about a document. `mentions` is every possible name in it; null: no rule has read it, so none of it may be shown. */
export type TextOfRecord = {
  readonly id: string
  readonly text: string
  readonly language: string
  readonly source: Source
  readonly mentions: readonly { readonly name: string; readonly span: Span }[] | null
  /** True: told by a way whose words, and whoever told them, never leave the house. */
  readonly isInside?: boolean
}

export const heldOf = <F extends Field>(incident: Incident, field: F): readonly Held<F>[] =>
  incident.rulings.filter((one) => one.field === field).flatMap((one) => one.values as readonly Held<F>[])

/** Whatever any source says of a field, whether it stands or not: what must be held back is held back of all of it. */
export const everySaid = <F extends Field>(incident: Incident, field: F): readonly Held<F>[] => [
  ...heldOf(incident, field),
  ...((incident.otherwise ?? []).filter(
    (one) => one.field === field,
  ) as readonly unknown[] as readonly Held<F>[]),
]
export const everyClaim = (incident: Incident): readonly Claim[] =>
  [...incident.rulings.flatMap((one) => one.values), ...(incident.otherwise ?? [])].flatMap(
    (one) => one.claims,
  )

export const isByRule = (reader: Reader): boolean => reader.kind === 'rule'
