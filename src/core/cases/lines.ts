/** What somebody writes down of a case in one go: the body of a decision, the same from a file, the command line or the desk. */
import type { About, Answer, CaseSource, CaseTier, EntryBody } from './case.ts'

type Who = { readonly by: string; readonly at: string; readonly why?: string | undefined }

/** Opens a case, or says anew whom it is about and who may read it. */
export type OpenCase = Who & {
  readonly record: 'case'
  readonly id: string
  readonly country: string
  /** What colleagues call it among themselves. */
  readonly title: string
  readonly people: readonly string[]
  readonly tier?: CaseTier | undefined
}

/** One entry of a case or of an assistance; the same `entry` again supersedes it. */
export type RecordEntry = Who & {
  readonly record: 'entry'
  /** Of the case or the assistance. */
  readonly id: string
  readonly entry: string
  readonly what: EntryBody
  readonly source: CaseSource
  readonly people?: readonly string[] | undefined
  /** It was a mistake: it stands no longer, and its history stays. */
  readonly struck?: boolean | undefined
}

export type RecordObservation = Who & {
  readonly record: 'observation'
  readonly id: string
  readonly sheet: string
  readonly about: About
  readonly on: string | null
  readonly hour?: string | undefined
  readonly observer: string
  readonly source: CaseSource
  /** A question that is left out keeps the answer it has; null takes the answer back. */
  readonly answers: readonly { readonly question: string; readonly answer: Answer | null }[]
  readonly tier?: CaseTier | undefined
}

export type RecordAssistance = Who & {
  readonly record: 'assistance'
  readonly id: string
  readonly what: string
  readonly people: readonly string[]
  readonly about: Pick<About, 'case' | 'incident'>
  readonly on: string | null
  readonly doneBy: string
  readonly to?: string | undefined
  readonly due?: string | undefined
  readonly note?: string | undefined
  readonly source: CaseSource
  readonly tier?: CaseTier | undefined
}

export type CaseLine = OpenCase | RecordEntry | RecordObservation | RecordAssistance

/** Names of the fields that rulings are kept under. */
export const HEAD = 'head'
export const entryField = (entry: string): string => `entry:${entry}`
export const answerField = (question: string): string => `answer:${question}`
