/** What a person says of a testimony in one go: that somebody told it, which words of it may be quoted, that they may not any more. */
import type { Language } from '../language.ts'
import type { ShowLevel } from '../person.ts'

type Who = {
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}

/** The same words by language; null: nobody approved them in it. */
export type Approved = Readonly<Record<Language, string | null>>

/** Where the speaker agreed to be quoted. any: every publication, and partners · publications: these and no other. */
export type QuoteUse =
  | { readonly kind: 'any' }
  | { readonly kind: 'publications'; readonly ids: readonly string[] }
  | { readonly kind: 'partners' }
export const QUOTE_USES = ['any', 'publications', 'partners'] as const satisfies readonly QuoteUse['kind'][]

export type Consent = {
  readonly use: QuoteUse
  /** The day it was given, and how: signed, recorded, by letter. */
  readonly on: string
  readonly how: string
  /** The last day on which it holds; null: until it is withdrawn. */
  readonly until: string | null
}

/** What the speaker agreed to be called. `as`: words that they approved, never a name. */
export type SpeakerShown =
  | { readonly kind: 'level'; readonly level: Exclude<ShowLevel, 'never'> }
  | { readonly kind: 'described'; readonly as: Approved }

export const TESTIMONY_TIERS = ['team', 'sealed'] as const
export type TestimonyTier = (typeof TESTIMONY_TIERS)[number]

/** Somebody told something; said again under the same id, it supersedes. */
export type RecordTestimony = Who & {
  readonly record: 'testimony'
  readonly id: string
  readonly country: string
  /** A person on record, or what the team calls the speaker. */
  readonly speaker: { readonly person: string } | { readonly who: string }
  /** As partial dates are written; null: not known. */
  readonly on: string | null
  readonly interviewer: string
  /** Spoken. */
  readonly language: Language
  /** The whole of it, where it was written down. */
  readonly words?: string | undefined
  /** Incidents that it tells of. */
  readonly incidents: readonly string[]
  readonly tier?: TestimonyTier | undefined
}

/** Words of a testimony that may be quoted as far as `consent` goes; null: nobody has agreed to them yet. */
export type RecordQuotation = Who & {
  readonly record: 'quotation'
  /** Of the testimony. */
  readonly id: string
  readonly quotation: string
  /** As they were spoken. */
  readonly said: string
  readonly wording: Approved
  readonly shown: SpeakerShown
  readonly consent: Consent | null
}

/** The speaker takes back a consent: to one quotation, or to all. */
export type WithdrawQuotation = Who & {
  readonly record: 'unquote'
  /** Of the testimony. */
  readonly id: string
  readonly quotation?: string | undefined
  readonly on: string
  readonly why: string
}

export type TestimonyLine = RecordTestimony | RecordQuotation | WithdrawQuotation
