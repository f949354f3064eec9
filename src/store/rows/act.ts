/** What people are called to do and did: campaigns, actions, recommendations, tactics. */
import type { OnlineKind } from '../../core/act/actions.ts'
import type { CampaignText } from '../../core/act/campaign.ts'
import type { CampaignEntryBody } from '../../core/act/lines.ts'
import type { ActionRulingBody } from '../../core/act/rulings.ts'
import type { Labels } from '../../core/language.ts'
import type { Demand, Grade, GradeEvidence, Grader } from '../../core/recommendation/recommendation.ts'
import type { Tactic } from '../../core/tactic.ts'
import type { Compartmented } from './appended.ts'

/** A recommendation from this entry of the log on; `demand` null: it stands no longer, or never was one. */
export type RecommendationRow = Compartmented & {
  id: string
  country: string
  /** Where its words stand, if in a document of the house. */
  document: string | null
  demand: Demand | null
  is_public: boolean
  why: string | null
  by: string
  at: string
}
/** What one of the three who grade says of a day; `grade` null: taken back. */
export type RecommendationGradeRow = Compartmented & {
  recommendation: string
  grader: Grader
  of_day: string
  grade: Grade | null
  evidence: readonly GradeEvidence[]
  grade_note: Labels | null
  by: string
  at: string
}
/** A tactic from this entry of the log on; `tactic` null: it stands no longer. */
export type TacticRow = Compartmented & {
  id: string
  tactic: Omit<Tactic, 'id'> | null
  is_public: boolean
  why: string | null
  by: string
  at: string
}
/** One writing of one field of one line of a plan, as it was written; `by` and `at`: who of staff brought it in, and when. */
export type PlanEntryRow = Compartmented & {
  id: string
  plan: string
  line: string
  part: string
  field: string
  text: string
  after: readonly string[]
  /** By the clock of the machine where it was written, UTC. */
  written_at: string
  /** Name of the table or group. */
  written_by: string
  by: string
  at: string
}
/** The text of a campaign from this entry of the log on. */
export type CampaignRow = Compartmented & {
  id: string
  country: string
  content: Omit<CampaignText, 'id' | 'country' | 'by' | 'at' | 'why' | 'event'>
  by: string
  at: string
  why: string | null
}
/** Something said or decided of a campaign; of one entry the newest row counts. */
export type CampaignEntryRow = Compartmented & {
  campaign: string
  entry: string
  content: CampaignEntryBody
  struck: boolean
  by: string
  at: string
  why: string | null
}
/** `fingerprint`: by it a wrong key is known. `destroyed`: the day on which the campaign let go of it. */
export type ActionKeyRow = { campaign: string; fingerprint: string; made: string; destroyed: string | null }
/** HMAC of a mailbox under the key of the campaign. `mails`: letters that it was sent. `done`: it confirmed. */
export type ActionMarkRow = { campaign: string; mark: string; mails: number; done: boolean }
/** Who asked and has not confirmed; sealed under the key of the campaign. */
export type ActionAskRow = { id: string; campaign: string; sealed: string; day: string }
export type ActionWindowRow = { campaign: string; n: number; day: string; closed: boolean }
/** `n`: its window. `cohort`: one domain on one day, under the key of the campaign. `held`: came in a burst. */
export type ActionRow = {
  campaign: string
  n: number
  kind: OnlineKind
  country: string | null
  day: string
  cohort: string
  held: boolean
}
/** Rows of closed windows that are alike; `n`: how many. */
export type ActionCountRow = ActionRow
/** What the totals said and what the rows say. */
export type ActionRecountRow = { campaign: string; day: string; stood: number; counted: number }
/** Sealed to list `list` of the organisation's recipients, as base64. */
export type ActionNewsRow = { id: string; campaign: string; list: number; sealed: string }
/** `shown` null: nobody has read its words yet. */
export type ActionPatchRow = {
  id: string
  campaign: string
  motif: string
  cloth: number
  words: string | null
  language: string | null
  day: string
  shown: boolean | null
  by: string | null
}
/** What staff said of actions, and what they switched on or off. */
export type ActionRulingRow = Compartmented & {
  id: string
  kind: ActionRulingBody['kind']
  campaign: string | null
  body: ActionRulingBody
  by: string
  at: string
  why: string
}
