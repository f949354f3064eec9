/** What is written down of signatures in one go: a text offered, an answer to it. */
import type { Json } from '../json.ts'
import type { SignAct, Signature } from './signing.ts'

type Who = { readonly by: string; readonly at: string; readonly why?: string | undefined }

export type OfferText = Who & {
  readonly record: 'offer'
  /** Of the publication. */
  readonly id: string
  /** 1 for the first. */
  readonly version: number
  /** SHA-256 of the words. */
  readonly hash: string
  readonly isSubstance: boolean
  /** The manuscript as it was shown to those who sign, as in `issue`. */
  readonly frozen: Json
}

export type ActOnSignature = Who & {
  readonly record: 'signature'
  /** Of the publication. */
  readonly id: string
  readonly signatory: string
  readonly act: SignAct
  /** Of `sign` alone. */
  readonly version?: number | undefined
  readonly signature?: Signature | undefined
}

export type SigningLine = OfferText | ActOnSignature
