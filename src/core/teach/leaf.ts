/** A law card as it is told in one language: worded whole, so that a page, paper and a voice say the same. */
import type { Language } from '../language.ts'
import type { CardState } from './standing.ts'

export type LeafLink =
  | { readonly kind: 'incident' | 'law' | 'bill'; readonly id: string }
  | { readonly kind: 'url'; readonly href: string }

export type LeafLine = {
  readonly text: string
  /** Stands before it: a day, a moment, a step of the test. */
  readonly lead?: string | undefined
  /** How sure it is, and what says it. */
  readonly note?: string | undefined
  /** Nobody confirmed it: marked wherever it stands. */
  readonly isDoubtful?: boolean | undefined
  readonly link?: LeafLink | undefined
}
export const LEAF_SECTIONS = [
  'says',
  'penalties',
  'uses',
  'steps',
  'advice',
  'world',
  'test',
  'changes',
  'bills',
  'sources',
] as const
export type LeafSectionId = (typeof LEAF_SECTIONS)[number]
export type LeafSection = {
  readonly id: LeafSectionId
  readonly heading: string
  readonly lines: readonly LeafLine[]
}

export type CardLeaf = {
  readonly language: Language
  readonly country: string
  readonly id: string
  /** `Law card · Kazakhstan · Criminal Code, article 174` */
  readonly kind: string
  readonly title: string
  /** Names of the provisions, with the words of the law where they are known. */
  readonly official: readonly string[]
  readonly one: string
  readonly state: CardState
  /** Stands across every leaf; null where a lawyer's review holds. */
  readonly watermark: string | null
  /** Who reviewed it and until when it holds, or that nobody did. */
  readonly status: string
  readonly sections: readonly LeafSection[]
  /** Words for wallets and mirrors: none without a review that holds. */
  readonly mayBeCarried: boolean
  readonly easy: readonly LeafLine[]
  /** How it reads, and whether that holds its target. */
  readonly reads: readonly string[]
  readonly foot: readonly string[]
}
