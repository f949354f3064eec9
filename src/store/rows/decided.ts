/** What persons decided of records, people and each other’s questions. */
import type { AnalysisBody, AnalysisFinding, AnalysisStep } from '../../core/analysis.ts'
import type { Json } from '../../core/json.ts'
import type { Labels } from '../../core/language.ts'
import type { Compartmented } from './appended.ts'
import type { HeldRow } from './sources.ts'

export type DecisionRow = Compartmented & {
  record_kind: string
  record: string
  field: string
  verdict: string
  held: readonly HeldRow[]
  by: string
  at: string
  why: string | null
}
export type TellingRow = Compartmented & {
  record: string
  country: string
  document: string
  start_at: number
  end_at: number
}
export type LinkRow = Compartmented & { record: string; kind: string; target: string }
export type PersonRow = Compartmented & {
  id: string
  names: Labels
  variants: readonly string[]
  pseudonym: string | null
}
export type BasisRow = Compartmented & {
  person: string
  kind: string
  level: string
  reason: string
  given_how: string | null
  /** These three are null in rows older than migration 0004. */
  shown_to: string | null
  beyond: string | null
  given_on: string | null
  recorded_on: string
  review_by: string
  by: string
}
export type JudgementRow = Compartmented & {
  left_kind: string
  left_id: string
  right_kind: string
  right_id: string
  verdict: string
  score: number | null
  explanation: string
  /** True: whoever judged had not seen what was said before. Null: they had, or nothing was. */
  blind: boolean | null
  by: string
  at: string
}
/** A record taken from one state to another; `move` is a line of the table of states. */
export type MoveRow = Compartmented & {
  record: string
  move: string
  by: string
  at: string
  why: string | null
  /** True: a correction that shows the values as they were; null: it does not. */
  tells_old: boolean | null
}
/** A record opened to another organisation (`with_kind` organisation) or handed to one person by handle (account). */
export type ShareRow = Compartmented & {
  record: string
  with_kind: string
  with_id: string
  ended: boolean
  by: string
  at: string
  why: string | null
}
/** Whom somebody asked for a reply to a record, or why nobody was; the newest of each addressee counts. */
export type ReplyRow = Compartmented & {
  record: string
  asked_on: string | null
  asked_of: string | null
  how: string | null
  until: string | null
  answered_on: string | null
  answer: string | null
  not_asked: string | null
  by: string
  at: string
}
export type RetentionRow = Compartmented & {
  record: string
  until: string
  why: string
  by: string
  at: string
}
/** A question in words to a colleague (`to_handle`; null: to anybody here) about a record or a proposed passage. */
export type QuestionRow = Compartmented & {
  id: string
  about_kind: string
  about_id: string
  document: string | null
  field: string | null
  to_handle: string | null
  words: string
  by: string
  at: string
}
export type AnswerRow = Compartmented & {
  question: string
  verdict: string
  words: string | null
  by: string
  at: string
}
/** What somebody coded who had not seen the first coding; `of_event`: the decision it was held against. */
export type SecondReadingRow = Compartmented & {
  record: string
  document: string
  held: readonly SecondHeld[]
  of_event: number
  rule: string
  compared: number
  agreed: number
  by: string
  at: string
}
export type SecondHeld = { readonly field: string; readonly value: Json; readonly person: string | null }
/** That a collector looked at a place in a time, or did not; of one id the newest counts. `region` null: the whole country. */
export type CoverageRow = Compartmented & {
  id: string
  country: string
  collector: string
  region: string | null
  date_from: string
  date_to: string
  looked: string
  by: string
  at: string
  why: string | null
}
/** A lawyer's reasoning on a law or an incident; a newer one of the same id supersedes it. */
export type AnalysisRow = Compartmented & {
  id: string
  country: string
  law: string | null
  incident: string | null
  standard: string
  steps: readonly AnalysisStep[]
  finding: AnalysisFinding
  author: string | null
  asks: AnalysisBody['asks']
  is_public: boolean
  by: string
  at: string
}
