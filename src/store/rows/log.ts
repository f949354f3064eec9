/** The log: its entries, what was signed of it, what stands for erased rows. */
import type { Json } from '../../core/json.ts'
import type { Stamped } from '../../core/time-stamp.ts'
import type { Appended } from './appended.ts'

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
