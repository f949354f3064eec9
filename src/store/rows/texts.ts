/** Texts written from records, who signs them, who is quoted in them. */
import type { Json } from '../../core/json.ts'
import type { Language } from '../../core/language.ts'
import type { SignAct, Signature } from '../../core/signing/signing.ts'
import type {
  Approved,
  Consent,
  RecordTestimony,
  SpeakerShown,
  TestimonyTier,
} from '../../core/testimony/lines.ts'
import type { Appended, Compartmented } from './appended.ts'

/** A text as it was shown to those who sign it. */
export type SignOfferRow = Appended & {
  publication: string
  version: number
  hash: string
  frozen: Json
  is_substance: boolean
  why: string | null
  by: string
  at: string
}
/** What one organisation answered, or what a colleague did with its answer. */
export type SignActRow = Appended & {
  publication: string
  signatory: string
  act: SignAct
  version: number | null
  signature: Signature | null
  why: string | null
  by: string
  at: string
}
/** The way of one organisation to a text. `label`: what the team calls it among themselves. */
export type SignLinkRow = {
  /** Everybody of the house who was ever shown a link of this signatory; null: not known, it was made before this was noted. */
  handed_to: readonly string[] | null
  /** Instant at which the newest was made. */
  handed_at: string | null
  id: string
  publication: string
  label: string
  token_hash: string
  expires: string
  by: string
  made: string
}
/** Somebody told something: from this entry of the log on. */
export type TestimonyRow = Compartmented & {
  id: string
  country: string
  speaker: RecordTestimony['speaker']
  told_on: string | null
  interviewer: string
  language: Language
  words: string | null
  incidents: readonly string[]
  tier: TestimonyTier
  by: string
  at: string
}
export type QuotationRow = Compartmented & {
  testimony: string
  quotation: string
  said: string
  wording: Approved
  shown: SpeakerShown
  consent: Consent | null
  by: string
  at: string
}
/** A consent was taken back; `quotation` null: all of the testimony. */
export type QuotationEndRow = Compartmented & {
  testimony: string
  quotation: string | null
  ended_on: string
  why: string
  by: string
  at: string
}
