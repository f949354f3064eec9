/** What somebody writes down of a recommendation in one go: the body of a decision, the same from a file, the command line or the desk. */
import type { Labels, Language } from '../language.ts'
import type { Freedom } from '../values.ts'
import type { Grade, GradeEvidence, Grader, Response } from './recommendation.ts'

type Who = { readonly by: string; readonly at: string; readonly why?: string | undefined }

/** Of one id the newest line counts. */
export type RecordRecommendation = Who & {
  readonly record: 'recommendation'
  readonly id: string
  readonly country: string
  /** Its words in a document of the house, by their first and last. */
  readonly passage?: { readonly document: string; readonly from: string; readonly to: string } | undefined
  /** Or somewhere else, written off. */
  readonly said?:
    | {
        readonly words: string
        readonly language: Language
        readonly title: string
        readonly place: string | null
        readonly url: string | null
      }
    | undefined
  readonly body: string
  readonly on: string | null
  readonly addressees: readonly string[]
  readonly ask: Labels
  readonly laws?: readonly string[] | undefined
  readonly freedoms?: readonly Freedom[] | undefined
  readonly people?: readonly string[] | undefined
  readonly specificity?: number | undefined
  readonly response?: Response | undefined
  readonly due?: string | undefined
  readonly rule?: string | undefined
  /** Readers may see it. */
  readonly public: boolean
}

/** It was none, or it was written down by mistake; also of a passage that a rule proposed. */
export type DropRecommendation = Who & {
  readonly record: 'no-recommendation'
  readonly id: string
  readonly country: string
  /** Of a passage that was only proposed: where its document is. */
  readonly document?: string | undefined
}

/** The same grader's word of the same day takes the place of what they said before; `grade` null takes it back. */
export type RecordGrade = Who & {
  readonly record: 'grade'
  /** Of the recommendation. */
  readonly id: string
  readonly grader: Grader
  readonly on: string
  readonly grade: Grade | null
  readonly evidence: readonly GradeEvidence[]
  readonly note?: Labels | undefined
}

/** Whether two recommendations ask the same; `none` takes back what was said. */
export type JudgeDemands = Who & {
  readonly record: 'demand'
  readonly id: string
  readonly with: string
  readonly verdict: 'same' | 'different' | 'unsure' | 'none'
}

export type RecommendationLine = RecordRecommendation | DropRecommendation | RecordGrade | JudgeDemands
