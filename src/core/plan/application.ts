/** The order in which a funder wants to read a plan, as the rest of the program sees codebook/applications.yaml; a plan as told in it. */
import type { Language } from '../language.ts'
import type { Told } from '../teach/told.ts'

export const PLAN_BLOCKS = [
  ...(['problem', 'tree', 'goal', 'objectives', 'frame', 'audiences', 'messages', 'by-audience'] as const),
  ...(['prototypes', 'activities', 'weeks', 'budget', 'risks', 'harm', 'partners', 'links'] as const),
] as const
export type PlanBlockName = (typeof PLAN_BLOCKS)[number]

export type Application = {
  readonly id: string
  readonly name: Told
  readonly what: Told
  readonly sections: readonly {
    readonly id: string
    readonly title: Told
    readonly holds: readonly PlanBlockName[]
    /** The most words that the funder reads here; null: as many as it takes. */
    readonly words: number | null
  }[]
  /** `{funder}` and `{applicant}` stand for their names; the words that a funder asks for itself come before it. */
  readonly disclaimer: Told
}

export type PlanNode = { readonly text: string; readonly under: readonly PlanNode[] }
/** `from` and `to`: ISO days. */
export type PlanBar = { readonly label: string; readonly from: string; readonly to: string }
export type PlanRisk = {
  readonly number: number
  readonly label: string
  readonly likelihood: number
  readonly harm: number
}

/** What a plan says in one place: words, or what a drawing is made of, with all that it shows in words. */
export type PlanBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | {
      readonly kind: 'fields'
      readonly title: string | null
      readonly fields: readonly {
        readonly label: string
        readonly text: string
        readonly isMissing: boolean
      }[]
    }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | {
      readonly kind: 'tree'
      readonly problem: string
      readonly roots: readonly PlanNode[]
      readonly branches: readonly PlanNode[]
      readonly alt: string
      readonly caption: string
    }
  | {
      readonly kind: 'weeks'
      readonly bars: readonly PlanBar[]
      readonly alt: string
      readonly caption: string
    }
  | {
      readonly kind: 'risks'
      readonly risks: readonly PlanRisk[]
      readonly axes: { readonly likelihood: string; readonly harm: string }
      readonly alt: string
      readonly caption: string
    }

/** A plan in the order and the language that a funder reads: the same on a page and on paper. */
export type PlanLeaf = {
  readonly language: Language
  readonly kind: string
  readonly title: string
  /** Who applies to whom, from when to when, for how much. */
  readonly subject: string
  readonly summary: string | null
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    /** How many words of how many, where the funder counts them. */
    readonly aside: string | null
    readonly isTooLong: boolean
    readonly blocks: readonly PlanBlock[]
  }[]
  readonly colophon: readonly string[]
}
