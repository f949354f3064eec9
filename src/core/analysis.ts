/** A lawyer's reasoning about a law or an incident: against which standard, what each step of its test finds, and what is asked of whom. */
import type { Labels } from './language.ts'
import type { Public } from './public-record.ts'
import type { TestStep } from './standard.ts'

export const STEP_FINDINGS = ['met', 'not_met', 'unclear', 'not_examined'] as const
export type StepFinding = (typeof STEP_FINDINGS)[number]
export const ANALYSIS_FINDINGS = ['compatible', 'incompatible', 'unclear'] as const
export type AnalysisFinding = (typeof ANALYSIS_FINDINGS)[number]

/** A provision or an act of a country's laws, or one incident. */
export type AnalysisOf = { readonly law: string } | { readonly incident: string }

/** Where the words stand that the reasoning rests on: outside, by title and place in it; inside, by document. */
export type AnalysisPassage = {
  readonly title: string
  readonly place: string
  readonly url: string | null
}

export type AnalysisStep = {
  readonly step: TestStep
  readonly finding: StepFinding
  readonly reason: Labels
  readonly passage: AnalysisPassage | null
}

export type AnalysisBody = {
  readonly id: string
  readonly country: string
  readonly of: AnalysisOf
  /** Id in codebook/standards.yaml. */
  readonly standard: string
  readonly steps: readonly AnalysisStep[]
  readonly finding: AnalysisFinding
  /** How the analyst is called to readers, as they agreed; null: not at all. */
  readonly author: string | null
  /** What follows from it, by addressee of codebook/standards.yaml. */
  readonly asks: readonly { readonly to: string; readonly text: Labels }[]
}

/** As readers may see it; `on`: the day on which it was decided that they may. */
export type PublicAnalysis = Public<AnalysisBody & { readonly on: string }>

/** What a lawyer writes down in one go; of one id the newest line counts. */
export type RecordAnalysis = {
  readonly record: 'analysis'
  readonly id: string
  readonly country: string
  readonly of: AnalysisOf
  readonly standard: string
  readonly steps: readonly AnalysisStep[]
  readonly finding: AnalysisFinding
  readonly author?: string | undefined
  readonly asks?: AnalysisBody['asks'] | undefined
  /** Readers may see it. */
  readonly public: boolean
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}

/** Every word of it that a reader would see. */
export const wordsOfAnalysis = ({ steps, asks, author }: Pick<AnalysisBody, 'steps' | 'asks' | 'author'>) =>
  [
    ...steps.flatMap(({ reason, passage }) => [
      ...[reason.en, reason.ru, reason.kk],
      ...(passage === null ? [] : [passage.title, passage.place]),
    ]),
    ...asks.flatMap(({ text }) => [text.en, text.ru, text.kk]),
    author,
  ].filter((one) => one !== null)
