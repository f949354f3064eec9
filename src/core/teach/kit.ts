/** A lesson kit as a country pack holds it: what a group does in an hour, from a case or a right; never who is in the group. */
import type { Language } from '../language.ts'
import type { Told } from './told.ts'

/** Whom the leaf is for: who leads the lesson has everything; who learns has what concerns them. */
export const KIT_READERS = ['facilitator', 'learner'] as const
export type KitReader = (typeof KIT_READERS)[number]

export type KitStep = {
  /** Whole minutes. */
  readonly minutes: number
  readonly do: Told
  /** What may be said in these words. */
  readonly say: Told | null
}

export type Kit = {
  readonly version: string
  readonly reviewedBy: Readonly<Record<Language, string | null>>
  readonly id: string
  /**
   * Id of the one person whose standing today is told, if there is one, and of records behind the lesson: without any of them
   * there is no lesson, since its story would give away who it is about.
   */
  readonly persons: readonly string[]
  readonly incidents: readonly string[]
  readonly laws: readonly string[]
  readonly standards: readonly string[]
  /** In years; `to` null: and older. */
  readonly ages: { readonly from: number; readonly to: number | null }
  readonly group: { readonly from: number; readonly to: number }
  /** 1 (anybody can lead it) to 4 (needs somebody who has led such lessons). */
  readonly level: 1 | 2 | 3 | 4
  /** Of all steps and the debrief together. */
  readonly minutes: number
  readonly title: Told
  readonly one: Told
  /** Each begins with what a learner can do afterwards. */
  readonly objectives: readonly Told[]
  readonly materials: readonly Told[]
  readonly prepare: readonly Told[]
  /** Told to learners. `{person}` stands for the one whom the lesson is about. */
  readonly story: readonly Told[]
  readonly steps: readonly KitStep[]
  readonly debrief: { readonly minutes: number; readonly questions: readonly Told[] }
  /** Always a matter of choice; one way at least is open to whoever does not want to be seen. */
  readonly action: readonly Told[]
  readonly safety: {
    /** When the lesson is not given at all. */
    readonly not: readonly Told[]
    readonly facilitator: readonly Told[]
    readonly learner: readonly Told[]
  }
  readonly handouts: readonly { readonly title: Told; readonly lines: readonly Told[] }[]
  /** Without electricity, without a printer. */
  readonly lowTech: Told
  /** Three questions that nobody signs. */
  readonly feedback: readonly Told[]
}

/** Somebody whom the lesson is about, as the public records say today. */
export type KitPerson = { readonly id: string; readonly name: string; readonly standing: string | null }

export type KitLine = {
  readonly lead?: string | undefined
  readonly text: string
  /** What it leads to on the site. */
  readonly link?: { readonly kind: 'incident' | 'law' | 'law-card'; readonly id: string } | undefined
  /** The same whole, for paper; undefined where no origin is known. */
  readonly address?: string | undefined
}
export const KIT_SECTIONS = [
  ...(['standing', 'objectives', 'safety', 'not', 'materials', 'prepare', 'story', 'steps'] as const),
  ...(['debrief', 'action', 'low-tech', 'records', 'feedback', 'taught'] as const),
] as const
export type KitSection = {
  /** A handout has its place among the others by its number. */
  readonly id: (typeof KIT_SECTIONS)[number] | `handout-${number}`
  readonly heading: string
  readonly isCounted: boolean
  readonly lines: readonly KitLine[]
}

/** A kit as told in one language to one kind of reader: the same on a page and on paper. */
export type KitLeaf = {
  readonly language: Language
  readonly country: string
  readonly id: string
  readonly reader: KitReader
  readonly kind: string
  readonly title: string
  readonly one: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly KitSection[]
  /** That no native speaker, lawyer or teacher has read it; null where somebody has. */
  readonly status: string | null
  readonly foot: string
}
