/** What is asked of a state: the words, who said them, of whom, for which law; and how far it was done, by each who grades. */
import type { Labels, Language } from '../language.ts'
import type { Public } from '../public-record.ts'
import type { Freedom } from '../values.ts'

/** The scale of the Human Rights Committee's follow-up (CCPR/C/161): from done to the contrary done. */
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const
export type Grade = (typeof GRADES)[number]
/** Whose grade it is. Never added up: the body's, the state's own claim, ours. */
export const GRADERS = ['body', 'state', 'us'] as const
export type Grader = (typeof GRADERS)[number]
/** What the state answered in the Universal Periodic Review; null where it was not asked or nobody wrote it down. */
export const RESPONSES = ['accepted', 'noted'] as const
export type Response = (typeof RESPONSES)[number]

/** Where the words stand: in a document of the house, or somewhere that is described by hand. */
export type DemandSource =
  | { readonly kind: 'document'; readonly document: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'hand'
      readonly title: string
      /** Chapter, page or paragraph. */
      readonly place: string | null
      readonly url: string | null
    }

/** One recommendation as it was made. */
export type Demand = {
  /** As the source says it. */
  readonly words: string
  readonly language: Language
  readonly source: DemandSource
  /** Who asks: of codebook/recommendations.yaml, or a body of the pack. */
  readonly body: string
  /** When it was made: `2016`, `2016-08`, `2016-08-11`. */
  readonly on: string | null
  /** Of codebook/standards.yaml. */
  readonly addressees: readonly string[]
  /** The demand in one sentence of ours. */
  readonly ask: Labels
  /** Provisions, acts or bills of the pack. */
  readonly laws: readonly string[]
  readonly freedoms: readonly Freedom[]
  /** Ids of persons whom the words name. */
  readonly people: readonly string[]
  /** From 1, least, to 5, a step that can be checked (UPR Info's scale); null: nobody said. */
  readonly specificity: number | null
  readonly response: Response | null
  /** The day by which it was to be done. */
  readonly due: string | null
  /** The rule that proposed the passage; null: somebody found it. */
  readonly rule: string | null
}

/** What a grade rests on: a record, or something elsewhere. */
export type GradeEvidence =
  | { readonly incident: string }
  | { readonly title: string; readonly url: string | null; readonly on: string | null }

export type GradeGiven = {
  readonly grader: Grader
  /** The day of which it is said. */
  readonly on: string
  readonly grade: Grade
  readonly evidence: readonly GradeEvidence[]
  readonly note: Labels | null
}

export type PublicGrade = Omit<GradeGiven, 'evidence'> & {
  /** What readers may not see is left out, and counted. */
  readonly evidence: readonly GradeEvidence[]
  readonly withheld: number
}
export type RecommendationBody = Omit<Demand, 'words' | 'source' | 'rule'> & {
  readonly id: string
  readonly country: string
  /** Null: the words name somebody whom readers may not see. */
  readonly words: string | null
  readonly source: {
    readonly title: string
    readonly publisher: string | null
    readonly place: string | null
    readonly url: string | null
  }
  readonly rule: string | null
  /** In the order of their days. */
  readonly grades: readonly PublicGrade[]
  /** Ids of others that were judged to ask the same, whatever their words. */
  readonly same: readonly string[]
  /** Day of the newest decision on it. */
  readonly updated: string
}
/** As readers may see it. */
export type PublicRecommendation = Public<RecommendationBody>

/** The newest grade that one of them gave; null: none. */
export const newestGrade = (grades: readonly PublicGrade[], grader: Grader): PublicGrade | null =>
  grades.findLast((one) => one.grader === grader) ?? null
