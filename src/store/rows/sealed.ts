/** What is sealed to people’s keys: lists of them, things beside records, what is told, what phones send. */
import type { Generated } from 'kysely'

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
  /** Made when the day was over: with it alone can its leaf be made again. Null: before. */
  salt: Generated<string | null>
}
/** A day that is over. `leaves`: a salted hash of each part that came, in their order; the log has the hash of them all. */
export type IntakeDayRow = { day: string; salt: string; leaves: readonly string[] }
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
/** Bytes of something that is still on its way, from a place in it on. `pass`: of the phone that vouched; null: a colleague brought it. */
export type FieldPieceRow = { id: string; at: number; body: Uint8Array; day: string; pass: string | null }
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
