/** The columns of every table, as the query builder sees them. */

import type { Generated } from 'kysely'
import type { Role } from '../core/access.ts'
import type { Way } from '../core/account.ts'
import type { OnlineKind } from '../core/act/actions.ts'
import type { CampaignText } from '../core/act/campaign.ts'
import type { CampaignEntryBody } from '../core/act/lines.ts'
import type { ActionRulingBody } from '../core/act/rulings.ts'
import type { AnalysisBody, AnalysisFinding, AnalysisStep } from '../core/analysis.ts'
import type { Draft, Mention, Proposal } from '../core/claim.ts'
import type { Block } from '../core/document.ts'
import type { Elsewhere } from '../core/elsewhere.ts'
import type { Json } from '../core/json.ts'
import type { Labels, Language } from '../core/language.ts'
import type { PublicationMove } from '../core/publication/state.ts'
import type { Bond, Outline, Prints } from '../core/publication/text.ts'
import type { AssessedAnswer, PanelKind } from '../core/rating/lines.ts'
import type { FormSource } from '../core/rating/method.ts'
import type { Rating } from '../core/rating/result.ts'
import type { RatingBundle } from '../core/rating/rows.ts'
import type { WatchSignal, WatchVerdict } from '../core/rating/watch.ts'
import type { Demand, Grade, GradeEvidence, Grader } from '../core/recommendation/recommendation.ts'
import type { SignAct, Signature } from '../core/signing/signing.ts'
import type { Tactic } from '../core/tactic.ts'
import type { CardVerdict } from '../core/teach/lines.ts'
import type {
  Approved,
  Consent,
  RecordTestimony,
  SpeakerShown,
  TestimonyTier,
} from '../core/testimony/lines.ts'
import type { Stamped } from '../core/time-stamp.ts'

/** Rows written with an event and never changed. `nonce` keeps an erased row from being guessed by its hash. */
type Appended = { readonly event: number; readonly nonce: string }
/** Rows that belong to one organisation's compartment; null: written before there were any, so the house's own. */
type Compartmented = Appended & { readonly organisation: string | null }

/** A row before the log has given it its event and nonce. */
export type Fresh<Row extends Appended> = Omit<Row, 'event' | 'nonce' | 'organisation'>

export type FileRow = Appended & { sha256: string; bytes: number; name: string; media_type: string }
export type SourceRow = Appended & {
  id: string
  title: string
  publisher: string | null
  collector: string | null
  url: string | null
  published: string | null
  accessed: string | null
  licence: string | null
  reliability_of_source: string
  reliability_of_information: string
  way: string | null
  elsewhere: Elsewhere | null
}
export type DocumentRow = Compartmented & {
  id: string
  name: string
  source: string
  sha256: string
  media_type: string
  language: string
  reader: string
  text: string
  blocks: readonly Block[]
  country: string
  as_of: string | null
}
/** One pass of the rules over a document: what they proposed, and every possible name they saw. */
export type ReadingRow = Compartmented & {
  id: string
  document: string
  rules_version: string
  drafts: readonly Pick<Draft, 'span' | 'rule'>[]
  mentions: readonly Mention[]
}
export type ClaimRow = Compartmented & {
  id: string
  record_kind: string
  /** Null while the claim is only proposed: it then belongs to draft `draft` of reading `reading`. */
  record: string | null
  reading: string | null
  draft: number | null
  document: string | null
  field: string
  value: Json
  start_at: number | null
  end_at: number | null
  rule: string | null
  coder: string | null
  basis: Proposal['basis']
}
export type HeldRow = {
  readonly value: Json
  readonly claims: readonly string[]
  readonly person: string | null
}
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
/** A copy that somebody asked for. `audience`: the form it has; `ends`: the last day it can be taken, and must be destroyed by. */
export type ExportRow = Appended & {
  id: string
  organisation: string
  audience: string
  ids: readonly string[]
  reason: string
  asked_by: string
  asked_at: string
  ends: string
  needs_two: boolean
}
export type ExportConsentRow = Appended & { export: string; by: string; at: string }
/** A copy that was made: what it held is known by its hash. */
export type ExportTakenRow = Appended & {
  export: string
  by: string
  at: string
  format: string
  records: number
  sha256: string
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
/** A form on the civic space of a country, as somebody filled it in. */
export type AssessmentRow = Compartmented & {
  id: string
  country: string
  source: FormSource
  as_of: string
  /** `csr-1@1.0.0`: the method whose questions it answers. */
  method: string
  answers: readonly AssessedAnswer[]
  by: string
  at: string
}
export type IndexValueRow = Compartmented & {
  country: string
  index_id: string
  variable: string
  edition: number
  value: number
  published: string
  licence: string
  /** Where it was taken from, and the day. */
  origin: string
  vintage: string
  by: string
  at: string
}
/** A rating with all that it was computed from; never changed, a newer one stands beside it. */
export type RatingRow = Compartmented & {
  id: string
  country: string
  as_of: string
  method: string
  inputs_hash: string
  bundle: RatingBundle
  result: Rating
  by: string
  at: string
}
export type PanelWordRow = Compartmented & {
  rating: string
  kind: PanelKind
  band: string | null
  words: string
  by: string
  at: string
}
/** `signal`: what was before whoever decided. */
export type WatchWordRow = Compartmented & {
  country: string
  month: string
  verdict: WatchVerdict | 'alert'
  words: string
  signal: WatchSignal | null
  by: string
  at: string
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
export type PublicRecommendationRow = {
  id: string
  country: string
  said_on: string | null
  updated: string
  body: Json
}
/** What one setting of margins chose for a country and a year; the newest counts. */
export type MarginRow = Appended & {
  country: string
  year: string
  low: number
  high: number | null
  quarter: string
}
/** What stands for a row whose content was erased, wholly (`new_leaf` null) or in part. */
export type TombstoneRow = Appended & {
  table_name: string
  of_event: number
  old_leaf: string
  new_leaf: string | null
}
export type EventRow = {
  seq: number
  at: string
  actor: string
  /** Whose entry it is; null: the house's own. */
  organisation: string | null
  use_case: string
  /** SHA-256 over nonce, object and input: these three can be erased, this stays. */
  content_hash: string
  nonce: string | null
  object: string | null
  /** Everything the use case was given: replaying the inputs in order makes the same tiers. */
  input: Json
  /** SHA-256 over the rows this event wrote. */
  rows_hash: string
  prev_hash: string
  hash: string
}

/** Somebody elsewhere whose signature on a checkpoint is known; `ended`: it counts no more. Of one name the newest row counts. */
export type WitnessRow = Appended & {
  name: string
  /** As C2SP signed-note writes it: name+id+key. */
  key: string
  ended: boolean
  by: string
  at: string
}
/** What was signed of the log when it had `size` entries. */
export type CheckpointRow = { size: number; root: string; note: string; at: string }
/** The line of a witness under a checkpoint; `at`: when they saw it, as they signed. */
export type CosignatureRow = { size: number; name: string; signed: string; at: string }
/** What an authority elsewhere signed: that this hash was there at this time. `token` in base64. */
export type TimeStampRow = { stamped: Stamped; imprint: string; authority: string; token: string; at: string }
/** A list of recipients as it was signed offline. */
export type RecipientListRow = { seq: number; list: string; signature: string; since: string }
/** Something sealed that belongs to a record. `body` null: an older version, whose keys were not trusted any more. */
export type SealedItemRow = {
  id: string
  version: number
  organisation: string
  about_kind: 'incident' | 'case'
  about_id: string
  field: string
  what: 'text' | 'file'
  list: number
  sha256: string
  bytes: number
  body: Uint8Array | null
  by: string
  since: string
}
/** What somebody told through the sealed form (`told`), or was answered. `mailbox`: SHA-256 of what the receipt opens. */
export type IntakeLetterRow = {
  id: string
  mailbox: string
  way: 'told' | 'answered'
  /** Age key that answers are sealed to; only the receipt has its other half. */
  reply_to: string
  list: number
  what: 'text' | 'file'
  body: Uint8Array
  bytes: number
  day: string
  /** Who answered. */
  by: string | null
  /** The day on which an answer was first fetched; it goes a week later. */
  read_on: string | null
}
export type IntakeTriageRow = {
  mailbox: string
  verdict: 'taken' | 'kept' | 'declined'
  consent: 'given' | 'refused' | 'asked' | 'not-asked'
  why: string
  record: string | null
  by: string
  day: string
}
/** A phone that may send what it sealed. `receipts`: hex, what receipts for it are made with; only the phone has the other half of `key`. */
export type FieldPassRow = {
  key: string
  name: string
  receipts: string
  by: string
  since: string
  ended: string | null
}
/** Bytes of something that is still on its way, from a place in it on. */
export type FieldPieceRow = { id: string; at: number; body: Uint8Array; day: string }
/** Something finished on a phone, as it came. `body` null: it was set aside; its hash stays, so that it does not come in again. */
export type FieldItemRow = {
  id: string
  list: number
  bytes: number
  body: Uint8Array | null
  /** Key of the pass that signed it; null: a file brought in by a colleague, which no pass had signed. */
  pass: string | null
  /** Who brought it as a file; null: it was sent. */
  brought: string | null
  day: string
  /** True once the log holds its hash: on the day after, so that no entry says when a phone was in use. */
  noted: Generated<boolean>
  /** Null: it waits. */
  verdict: 'recorded' | 'beside' | 'aside' | null
  record: string | null
  why: string | null
  by: string | null
  decided: string | null
}
/** One row: whether the house is shut, since when and by whom, and who agreed first to open it. */
export type HouseStateRow = {
  one: Generated<boolean>
  shut: boolean
  by: string | null
  since: string | null
  lifted_by: string | null
}

/** Tier 4: projections, thrown away and made again at will. */
export type IncidentRow = {
  id: string
  country: string
  kind: string
  date_from: string | null
  date_to: string | null
  precision: string
  version: number
  organisation: string
  state: string
  tier: string
  /** Log entry up to which its decisions are public; null: none is. */
  shown: number | null
  /** True when it has ever been on a public page: it then comes back as a correction. */
  was_shown: boolean
  /** Handles: who coded it, to whom it was handed; organisations it is shared with. */
  coders: readonly string[]
  assigned: readonly string[]
  shared_with: readonly string[]
  /** The words that tell it, one passage a document, and who said them: all that a colleague needs to read it. */
  passages: readonly PassageRow[]
  /** Values that stand, and how many of them stand on a claim that a rule read. */
  standing: number
  by_rule: number
  /** When it was last decided; and what its second reading asks for: none, drawn, awaited, agrees, differs or settled. */
  decided_at: string | null
  second: string
  body: Json
}
/** Beside what a colleague reads: the words a search looks in, and what a count reads. */
export type IncidentStored = IncidentRow & {
  sought: string
  /** Null: it is counted with another record, that it was judged and cleared to be one with. */
  readonly counted: Pick<CountedRow, 'collectors' | 'numbers'> | null
}
/** What an incident adds to counts (src/measure/counts/packed.ts), with who may come to it: nothing of what it tells. */
export type CountedRow = Pick<
  IncidentRow,
  | 'id'
  | 'country'
  | 'kind'
  | 'date_from'
  | 'date_to'
  | 'organisation'
  | 'state'
  | 'tier'
  | 'coders'
  | 'assigned'
  | 'shared_with'
> & {
  /** Original collectors of the sources that tell it. */
  collectors: readonly string[]
  numbers: Uint8Array
}
/** Tier 4 for cases, observations and assistance: as they stand, with who may come to them. No page for others is made of it. */
export type CaseRecordRow = {
  id: string
  kind: string
  country: string | null
  organisation: string
  tier: string
  coders: readonly string[]
  assigned: readonly string[]
  /** Ids of the persons it is about, and of the records it is attached to. */
  people: readonly string[]
  about: readonly string[]
  /** Persons' names as recorded, for whoever may read the record and not the list of people. */
  names: Readonly<Record<string, Labels>>
  body: Json
}
export type PassageRow = {
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  readonly language: string
  readonly start: number
  readonly text: string
}
/** Tier 6 for partners: what withholding lets them read of records that were shared with them. */
export type PartnerIncidentRow = {
  id: string
  country: string
  date_from: string | null
  date_to: string | null
  organisation: string
  state: string
  tier: string
  shared_with: readonly string[]
  body: Json
}
/** Tiers 5 and 6: what the public site reads, and nothing else. */
export type PublicIncidentRow = {
  id: string
  country: string
  kind: string
  date_from: string | null
  date_to: string | null
  updated: string
  /** Day of first publication; null: it would tell a date that is held back. */
  published: string | null
  /** Day of the last correction; null: there was none. */
  corrected: string | null
  body: Json
}
/** `lexemes` is a tsvector, which only the database reads. */
export type PublicSearchRow = {
  nth: Generated<number>
  id: string
  country: string
  day: string | null
  facets: readonly string[]
  lexemes: string
}
/** A text written from records. `request`: what the registry of kinds was asked for. */
export type PublicationRow = Compartmented & {
  id: string
  request: Readonly<Record<string, string>>
  language: Language
  beside: string | null
  by: string
  at: string
}
/** The order of a text from this entry of the log on. */
export type PublicationOutlineRow = Compartmented & {
  publication: string
  outline: Outline
  by: string
  at: string
}
/** A sentence from this entry of the log on. */
export type PublicationSentenceRow = Compartmented & {
  publication: string
  sentence: string
  words: string
  told: string | null
  bonds: readonly Bond[]
  prints: Prints
  is_out: boolean
  why: string | null
  by: string
  at: string
}
/** Something said of a text, or that it is over or open again. */
export type PublicationRemarkRow = Compartmented & {
  publication: string
  remark: string
  kind: 'comment' | 'task' | 'over' | 'open'
  sentence: string | null
  to_handle: string | null
  words: string | null
  by: string
  at: string
}
export type PublicationMoveRow = Compartmented & {
  publication: string
  move: PublicationMove
  until: string | null
  why: string | null
  by: string
  at: string
}
/** What readers were given, as it was frozen. */
export type PublicationIssueRow = Compartmented & {
  publication: string
  frozen: Json
  by: string
  at: string
}
/** A text as it was shown to those who sign it. */
export type SignOfferRow = Appended & {
  publication: string
  version: number
  hash: string
  frozen: Json
  is_substance: boolean
  why: string | null
  by: string
  at: string
}
/** What one organisation answered, or what a colleague did with its answer. */
export type SignActRow = Appended & {
  publication: string
  signatory: string
  act: SignAct
  version: number | null
  signature: Signature | null
  why: string | null
  by: string
  at: string
}
/** The way of one organisation to a text. `label`: what the team calls it among themselves. */
export type SignLinkRow = {
  id: string
  publication: string
  label: string
  token_hash: string
  expires: string
  by: string
  made: string
}
/** Somebody told something: from this entry of the log on. */
export type TestimonyRow = Compartmented & {
  id: string
  country: string
  speaker: RecordTestimony['speaker']
  told_on: string | null
  interviewer: string
  language: Language
  words: string | null
  incidents: readonly string[]
  tier: TestimonyTier
  by: string
  at: string
}
export type QuotationRow = Compartmented & {
  testimony: string
  quotation: string
  said: string
  wording: Approved
  shown: SpeakerShown
  consent: Consent | null
  by: string
  at: string
}
/** A consent was taken back; `quotation` null: all of the testimony. */
export type QuotationEndRow = Compartmented & {
  testimony: string
  quotation: string | null
  ended_on: string
  why: string
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
export type PublicCampaignRow = { id: string; country: string; state: string; updated: string; body: Json }
/** A lawyer stood for the words of a card in one language, or did not. */
export type CardReviewRow = Appended & {
  country: string
  card: string
  language: Language
  print: string
  verdict: CardVerdict
  role: string
  reviewed_on: string
  until: string
  by: string
  at: string
}
/** What so many readers understood of them; no reader is told apart. */
export type ReaderTestRow = Appended & {
  country: string
  card: string
  language: Language
  print: string
  tested_on: string
  readers: number
  answered: Readonly<Record<string, number>>
  by: string
  at: string
}
/** What partners may read of a quotation: those with whom an incident it tells of is shared. */
export type PartnerTestimonyRow = {
  id: string
  organisation: string
  shared_with: readonly string[]
  body: Json
}
export type PublicPublicationRow = {
  id: string
  country: string | null
  language: Language
  published: string
  updated: string
  /** Folded, in order, a space between and around them. */
  words: string
  body: Json
}
export type PublicProceedingRow = { id: string; country: string; incidents: readonly string[]; body: Json }
/** What a public incident adds to the counts of everything it is about. */
export type PublicCountersRow = { incident: string; counters: Json }
export type PublicThingCountRow = {
  kind: string
  thing: string
  country: string
  counter: string
  certain: number
  claimed: number
  open: number
}
export type PublicThingRow = {
  kind: string
  thing: string
  country: string
  incident: string
  part: string
  sure: boolean
}
export type PublicMeasureRow = {
  id: Generated<number>
  country: string
  period: string
  method: string
  unit: string
  facet: string | null
  value: string | null
  certain: number
  claimed: number | null
  rows: readonly string[]
}
export type PublicStateRow = { key: string; value: Json }

/** Who may come in. Not append-only: a session or a secret must be gone when it is over; the log says that, never what it was. */
export type OrganisationRow = { id: string; name: string; since: string }
export type AccountRow = {
  id: string
  handle: string
  organisation: string
  role: Role
  state: 'active' | 'suspended'
  /** Travel mode: nothing is shown until a colleague lifts it. */
  away: boolean
  /** Day from which travel mode was planned to begin; null: none is. */
  away_from: string | null
  since: string
}
export type CredentialRow = {
  id: string
  account: string
  kind: Way
  /** Of a passkey: what the browser calls it. */
  key_id: string | null
  /** Public key, Argon2id hash, shared secret, or SHA-256 of a recovery code. */
  secret: string
  /** Of a passkey its counter of signatures, of one-time codes the last step that was used. */
  counter: number
  label: string
  since: string
}
export type SessionRow = {
  hash: string
  id: string
  account: string
  started: string
  seen: string
  ends: string
  stepped_up_at: string | null
  device: string
}
/** What a program of a partner shows instead of a session; only the hash of the key is here. */
export type ApiTokenRow = {
  id: string
  account: string
  hash: string
  label: string
  since: string
  ends: string
}
/** Somebody who gets letters: where, about what, in which language. */
export type SubscriptionRow = {
  id: string
  /** Sealed under a key that is not in the database. */
  address: string
  address_mark: string
  subject: string
  language: Language
  asked: string
  confirmed: boolean
}
/** A letter on its way, to a subscription or to whoever has to confirm an action: what it is to say is worked out when it leaves. */
export type LetterRow = {
  id: string
  subscription: string | null
  ask: string | null
  kind: 'confirm' | 'digest' | 'action'
  of: string
  state: 'waiting' | 'sending' | 'sent' | 'unsure' | 'failed'
  due: string
  tries: number
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
export type PublicActionCountsRow = { campaign: string; body: Json }
/** What a trainee agreed in with an adjudicated record, field by field; what they typed is not kept. */
export type TrainingRow = {
  id: string
  account: string
  record: string
  done_at: string
  fields: readonly { readonly field: string; readonly score: number }[]
}
/** Of an account: the session that is its visit, the log entry its last visit ended at, and the newest it has been shown. */
export type VisitRow = { account: string; session: string; since_event: number | null; seen_event: number }
export type InvitationRow = {
  hash: string
  organisation: string
  role: Role
  /** The only pseudonym it makes; null: whoever comes chooses one that nobody has or had. */
  handle: string | null
  by: string
  ends: string
}

export type Tables = {
  files: FileRow
  sources: SourceRow
  documents: DocumentRow
  readings: ReadingRow
  claims: ClaimRow
  decisions: DecisionRow
  tellings: TellingRow
  links: LinkRow
  persons: PersonRow
  bases: BasisRow
  judgements: JudgementRow
  moves: MoveRow
  shares: ShareRow
  exports: ExportRow
  export_consents: ExportConsentRow
  exports_taken: ExportTakenRow
  replies: ReplyRow
  retentions: RetentionRow
  questions: QuestionRow
  answers: AnswerRow
  second_readings: SecondReadingRow
  coverage: CoverageRow
  assessments: AssessmentRow
  index_values: IndexValueRow
  ratings: RatingRow
  panel_words: PanelWordRow
  watch_words: WatchWordRow
  analyses: AnalysisRow
  recommendations: RecommendationRow
  recommendation_grades: RecommendationGradeRow
  tactics: TacticRow
  margins: MarginRow
  witnesses: WitnessRow
  publications: PublicationRow
  publication_outlines: PublicationOutlineRow
  publication_sentences: PublicationSentenceRow
  publication_remarks: PublicationRemarkRow
  publication_moves: PublicationMoveRow
  publication_issues: PublicationIssueRow
  sign_offers: SignOfferRow
  sign_acts: SignActRow
  sign_links: SignLinkRow
  testimonies: TestimonyRow
  quotations: QuotationRow
  quotation_ends: QuotationEndRow
  campaigns: CampaignRow
  campaign_entries: CampaignEntryRow
  card_reviews: CardReviewRow
  reader_tests: ReaderTestRow
  tombstones: TombstoneRow
  events: EventRow
  checkpoints: CheckpointRow
  cosignatures: CosignatureRow
  time_stamps: TimeStampRow
  incidents: Omit<IncidentStored, 'counted'>
  counted: CountedRow
  partner_incidents: PartnerIncidentRow
  partner_testimonies: PartnerTestimonyRow
  case_records: CaseRecordRow
  public_incidents: PublicIncidentRow
  public_things: PublicThingRow
  public_counters: PublicCountersRow
  public_thing_counts: PublicThingCountRow
  public_proceedings: PublicProceedingRow
  public_search: PublicSearchRow
  public_publications: PublicPublicationRow
  public_campaigns: PublicCampaignRow
  public_recommendations: PublicRecommendationRow
  public_measures: PublicMeasureRow
  public_state: PublicStateRow
  organisations: OrganisationRow
  accounts: AccountRow
  credentials: CredentialRow
  sessions: SessionRow
  invitations: InvitationRow
  visits: VisitRow
  trainings: TrainingRow
  api_tokens: ApiTokenRow
  recipient_lists: RecipientListRow
  sealed_items: SealedItemRow
  intake_letters: IntakeLetterRow
  intake_triage: IntakeTriageRow
  field_passes: FieldPassRow
  field_pieces: FieldPieceRow
  field_items: FieldItemRow
  house_state: HouseStateRow
  subscriptions: SubscriptionRow
  letters: LetterRow
  action_keys: ActionKeyRow
  action_marks: ActionMarkRow
  action_asks: ActionAskRow
  action_windows: ActionWindowRow
  actions: ActionRow
  action_counts: ActionCountRow
  action_recounts: ActionRecountRow
  action_news: ActionNewsRow
  action_patches: ActionPatchRow
  action_rulings: ActionRulingRow
  public_action_counts: PublicActionCountsRow
}

/** Append-only tables in the order of their tier, with the columns that identify a row. */
export const APPENDED = {
  files: ['sha256'],
  sources: ['id'],
  documents: ['id'],
  readings: ['id'],
  claims: ['id'],
  persons: ['id', 'event'],
  bases: ['person', 'event'],
  tellings: ['record', 'document', 'event'],
  links: ['record', 'kind', 'target', 'event'],
  decisions: ['record_kind', 'record', 'field', 'event'],
  judgements: ['left_kind', 'left_id', 'right_kind', 'right_id', 'event'],
  moves: ['record', 'event'],
  shares: ['record', 'with_kind', 'with_id', 'event'],
  exports: ['id'],
  export_consents: ['export', 'by'],
  exports_taken: ['export', 'event'],
  replies: ['record', 'event'],
  retentions: ['record', 'event'],
  questions: ['id'],
  answers: ['question', 'event'],
  second_readings: ['record', 'event'],
  coverage: ['id', 'event'],
  assessments: ['id'],
  index_values: ['country', 'index_id', 'variable', 'edition', 'event'],
  ratings: ['id'],
  panel_words: ['rating', 'event'],
  watch_words: ['country', 'event'],
  analyses: ['id', 'event'],
  recommendations: ['id', 'event'],
  recommendation_grades: ['recommendation', 'grader', 'event'],
  tactics: ['id', 'event'],
  margins: ['country', 'year', 'quarter'],
  witnesses: ['name', 'event'],
  publications: ['id'],
  publication_outlines: ['publication', 'event'],
  publication_sentences: ['publication', 'sentence', 'event'],
  publication_remarks: ['publication', 'remark', 'event'],
  publication_moves: ['publication', 'event'],
  publication_issues: ['publication', 'event'],
  sign_offers: ['publication', 'version'],
  sign_acts: ['publication', 'signatory', 'event'],
  testimonies: ['id', 'event'],
  quotations: ['testimony', 'quotation', 'event'],
  quotation_ends: ['testimony', 'event'],
  action_rulings: ['id', 'event'],
  campaigns: ['id', 'event'],
  campaign_entries: ['campaign', 'entry', 'event'],
  card_reviews: ['country', 'card', 'language', 'event'],
  reader_tests: ['country', 'card', 'language', 'event'],
  tombstones: ['table_name', 'of_event', 'old_leaf'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>
export type AppendedTable = keyof typeof APPENDED

/** Append-only tables whose rows belong to a compartment. */
export const COMPARTMENTED = [
  'documents',
  'readings',
  'claims',
  'persons',
  'bases',
  'tellings',
  'links',
  'decisions',
  'judgements',
  'moves',
  'shares',
  'replies',
  'retentions',
  'questions',
  'answers',
  'second_readings',
  'coverage',
  'assessments',
  'index_values',
  'ratings',
  'panel_words',
  'watch_words',
  'publications',
  'publication_outlines',
  'publication_sentences',
  'publication_remarks',
  'publication_moves',
  'publication_issues',
  'testimonies',
  'quotations',
  'quotation_ends',
  'action_rulings',
  'campaigns',
  'campaign_entries',
  'analyses',
  'recommendations',
  'recommendation_grades',
  'tactics',
] as const satisfies readonly AppendedTable[]

export const DERIVED = [
  'incidents',
  'counted',
  'case_records',
  'partner_incidents',
  'partner_testimonies',
  'public_search',
  'public_thing_counts',
  'public_counters',
  'public_incidents',
  'public_things',
  'public_proceedings',
  'public_publications',
  'public_action_counts',
  'public_campaigns',
  'public_recommendations',
  'public_measures',
  'public_state',
] as const satisfies readonly (keyof Tables)[]
