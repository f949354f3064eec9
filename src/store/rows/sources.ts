/** What came in, and what rules read of it. */
import type { Draft, Mention, Proposal } from '../../core/claim.ts'
import type { Block, TitleIn } from '../../core/document.ts'
import type { Elsewhere } from '../../core/elsewhere.ts'
import type { Json } from '../../core/json.ts'
import type { Appended, Compartmented } from './appended.ts'

export type FileRow = Appended & { sha256: string; bytes: number; name: string; media_type: string }
export type SourceRow = Appended & {
  id: string
  title: string
  title_in: TitleIn | null
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
export type PassageRow = {
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  readonly language: string
  readonly start: number
  readonly text: string
}
