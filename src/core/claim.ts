/** A claim: one value for one field, said in one passage, read by one rule or one coder. */
import type { Span } from './span.ts'
import type { Field, Values } from './values.ts'

/** stated: the words of the span say it · carried: words that govern the passage say it · inferred: concluded by the rule. */
export type ClaimBasis = 'stated' | 'carried' | 'inferred'

/** What a rule proposes: value, the words, the rule as id@version. `span` may lie outside the incident's span (carried). */
export type Proposal<F extends Field = Field> = {
  [K in F]: {
    readonly field: K
    readonly value: Values[K]
    readonly span: Span | null
    readonly rule: string
    readonly basis: ClaimBasis
  }
}[F]

/** One proposed incident: the passage that tells it and everything the rules read in it. */
export type Draft = { readonly span: Span; readonly rule: string; readonly proposals: readonly Proposal[] }

/** Words that may be a person's name. Wider than the person claims: withholding covers every one not shown to be allowed. */
export type Mention = { readonly name: string; readonly span: Span }

export type Extraction = { readonly drafts: readonly Draft[]; readonly mentions: readonly Mention[] }

/** Who read the value: a rule (id@version) or a person under a staff pseudonym. */
export type Reader =
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'coder'; readonly coder: string }

/** A claim as stored. `document` and `span` are null only when a coder knows it from outside the text, and says why. */
export type Claim<F extends Field = Field> = {
  [K in F]: {
    readonly id: string
    readonly field: K
    readonly value: Values[K]
    readonly document: string | null
    readonly span: Span | null
    readonly reader: Reader
    readonly basis: ClaimBasis
  }
}[F]

/** What rules said of a text, as they proposed it; what a coder said is left out. */
export const asProposals = (claims: readonly Claim[]): readonly Proposal[] =>
  claims.flatMap((one): readonly Proposal[] =>
    one.reader.kind === 'rule'
      ? [
          {
            field: one.field,
            value: one.value,
            span: one.span,
            rule: one.reader.rule,
            basis: one.basis,
          } as Proposal,
        ]
      : [],
  )
