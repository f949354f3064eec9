/** The signatures under a text as readers have them. */
import type { Labels } from '../language.ts'

export type PublicSignatory = {
  readonly names: { readonly [L in keyof Labels]: string | null }
  readonly country: string | null
  readonly place: string | null
  readonly role: string | null
  /** Day on which it joined after the text was out; null: it signed before. */
  readonly joined: string | null
}

export type PublicSignatures = {
  /** The version that readers have, with the hash of its words. */
  readonly version: number
  readonly hash: string
  /** Why wording was mended after some had signed; null: a reason that may not be read. */
  readonly wording: readonly (string | null)[]
  readonly signatories: readonly PublicSignatory[]
  /** Signed with the name held back. */
  readonly heldBack: number
  /** Days on which a signature was taken back after publication. */
  readonly left: readonly string[]
}

export const signaturesIn = ({ signatories, heldBack }: PublicSignatures): number =>
  signatories.length + heldBack
