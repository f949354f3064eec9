/** A testimony as it stands, and as much of one quotation as may be shown. */
import type { Labels, Language } from '../language.ts'
import type { ForPartner, Public } from '../public-record.ts'
import type { Approved, RecordTestimony, TestimonyTier } from './lines.ts'
import type { QuotationStanding } from './standing.ts'

export type Testimony = Omit<RecordTestimony, 'record' | 'by' | 'at' | 'why' | 'words' | 'tier'> & {
  readonly words: string | null
  readonly tier: TestimonyTier
  readonly quotations: ReadonlyMap<string, QuotationStanding>
}

/** `id` is given only with a name. */
export type QuotedSpeaker =
  | { readonly kind: 'named'; readonly id: string; readonly name: Labels }
  | { readonly kind: 'alias'; readonly text: string }
  | { readonly kind: 'described'; readonly as: Approved }

export type Quoted = {
  /** Of the testimony and of the quotation in it: `tes-…/q1`, as words are bound to it. */
  readonly id: string
  readonly country: string
  /** No more of it than the month, unless the speaker is named. */
  readonly on: string | null
  readonly spoken: Language
  /** In each language what the speaker approved in it. */
  readonly wording: Approved
  readonly speaker: QuotedSpeaker
  readonly incidents: readonly string[]
  /** True: the speaker agreed to this very publication, and not to any. */
  readonly isForThis: boolean
}
export type PublicTestimony = Public<Quoted>
export type PartnerTestimony = ForPartner<Quoted>

export const quotationId = (testimony: string, quotation: string): string => `${testimony}/${quotation}`
