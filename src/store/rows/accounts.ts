/** Who may come in, and how the house stands: not append-only, since a session must be gone when it is over. */

import type { Generated } from 'kysely'
import type { Role } from '../../core/access.ts'
import type { Way } from '../../core/account.ts'

/** One row: whether the house is shut, since when and by whom, and who agreed first to open it. */
export type HouseStateRow = {
  one: Generated<boolean>
  shut: boolean
  by: string | null
  since: string | null
  lifted_by: string | null
}
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
/** Who opened a file as received, to the minute. `document`: by which text they came to it. */
export type FileViewRow = {
  sha256: string
  document: string
  organisation: string
  account: string
  at: string
}
export type InvitationRow = {
  hash: string
  organisation: string
  role: Role
  /** The only pseudonym it makes; null: whoever comes chooses one that nobody has or had. */
  handle: string | null
  by: string
  ends: string
}
