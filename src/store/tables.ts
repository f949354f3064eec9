/** The columns of every table, as the query builder sees them. */
import type { Generated } from 'kysely'
import type { Draft, Mention, Proposal } from '../core/claim.ts'
import type { Block } from '../core/document.ts'
import type { Json } from '../core/json.ts'
import type { Labels } from '../core/language.ts'

/** Rows written with an event and never changed. `nonce` keeps an erased row from being guessed by its hash. */
type Appended = { readonly event: number; readonly nonce: string }

/** A row before the log has given it its event and nonce. */
export type Fresh<Row extends Appended> = Omit<Row, 'event' | 'nonce'>

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
}
export type DocumentRow = Appended & {
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
export type ReadingRow = Appended & {
  id: string
  document: string
  rules_version: string
  drafts: readonly Pick<Draft, 'span' | 'rule'>[]
  mentions: readonly Mention[]
}
export type ClaimRow = Appended & {
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
export type DecisionRow = Appended & {
  record_kind: string
  record: string
  field: string
  verdict: string
  held: readonly HeldRow[]
  by: string
  at: string
  why: string | null
}
export type TellingRow = Appended & {
  record: string
  country: string
  document: string
  start_at: number
  end_at: number
}
export type LinkRow = Appended & { record: string; kind: string; target: string }
export type PersonRow = Appended & {
  id: string
  names: Labels
  variants: readonly string[]
  pseudonym: string | null
}
export type BasisRow = Appended & {
  person: string
  kind: string
  level: string
  reason: string
  given_how: string | null
  recorded_on: string
  review_by: string
  by: string
}
export type JudgementRow = Appended & {
  left_kind: string
  left_id: string
  right_kind: string
  right_id: string
  verdict: string
  score: number | null
  explanation: string
  by: string
  at: string
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

/** Tier 4: projections, thrown away and made again at will. */
export type IncidentRow = {
  id: string
  country: string
  kind: string
  date_from: string | null
  date_to: string | null
  precision: string
  version: number
  /** Values that stand, and how many of them stand on a claim that a rule read. */
  standing: number
  by_rule: number
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
  body: Json
}
export type PublicProceedingRow = { id: string; country: string; incidents: readonly string[]; body: Json }
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
  margins: MarginRow
  tombstones: TombstoneRow
  events: EventRow
  incidents: IncidentRow
  public_incidents: PublicIncidentRow
  public_proceedings: PublicProceedingRow
  public_measures: PublicMeasureRow
  public_state: PublicStateRow
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
  margins: ['country', 'year', 'quarter'],
  tombstones: ['table_name', 'of_event', 'old_leaf'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>
export type AppendedTable = keyof typeof APPENDED

export const DERIVED = [
  'incidents',
  'public_incidents',
  'public_proceedings',
  'public_measures',
  'public_state',
] as const satisfies readonly (keyof Tables)[]
