/** What the codebook says of tables of persons: headings that hint at a kind, words that stand for a missing value. */
import type { Kind } from './kinds.ts'

export type LinkageRules = {
  readonly headings: readonly { readonly id: string; readonly kind: Kind; readonly pattern: RegExp }[]
  /** In small letters. */
  readonly missing: readonly string[]
}
