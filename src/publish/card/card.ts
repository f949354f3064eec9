/** What a page says of itself where it is passed on: in the tags that messengers read, and in its picture. Nothing that the page does not show. */

import type { Patch } from '../quilt/patch.ts'
import type { Drawn } from '../telling/rating.ts'

export type Card = {
  /** Country and period, or what the page is. */
  readonly label: string
  /** The finding. */
  readonly heading: string
  /** The sentence under it. */
  readonly sub: string
  /** What the picture shows besides words. */
  readonly figure:
    | { readonly kind: 'cloth'; readonly patches: readonly Patch[] }
    | { readonly kind: 'patch'; readonly patch: Patch }
    | { readonly kind: 'bands'; readonly drawn: Drawn }
    | { readonly kind: 'none' }
  /** The figure in words, for whoever cannot see it. */
  readonly alt: string
}
