/** What a workshop asks a group about its campaign, as the rest of the program sees codebook/plan.yaml once validated. */
import type { Labels } from '../language.ts'

export const PLAN_FIELD_KINDS = ['text', 'line', 'number', 'day', 'choice', 'language', 'ref'] as const
export type PlanFieldKind = (typeof PLAN_FIELD_KINDS)[number]

export type PlanField = {
  readonly id: string
  readonly kind: PlanFieldKind
  readonly label: Labels
  /** What helps to answer; null where the label says it all. */
  readonly hint: Labels | null
  /** Most words that it should have; null: as many as it takes. */
  readonly words: number | null
  /** Of a `choice`: what can be chosen. Empty for other kinds. */
  readonly options: readonly { readonly id: string; readonly label: Labels }[]
  /** Of a `ref`: the part whose lines can be named. Null for other kinds. */
  readonly of: string | null
}

export type PlanPart = {
  readonly id: string
  /** The part is one line, as the goal; or as many as the group writes. */
  readonly isOne: boolean
  readonly label: Labels
  readonly ask: Labels
  readonly fields: readonly PlanField[]
}

/** In the order in which a group works. */
export type PlanSheet = ReadonlyMap<string, PlanPart>

/** Beside what is asked: what colleagues say of a line, and moments that the group kept. */
export const COMMENT = 'comment'
/** Fields of a comment: the line that it is about, or the id of a part of one line; and what is said. */
export const COMMENT_OF = 'of'
export const COMMENT_TEXT = 'text'
export const VERSION = 'version'
/** Field of an entry that strikes its whole line off. */
export const STRUCK = 'struck'
