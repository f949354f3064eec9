/** What the public may read: made by withholding, and thrown away at will. */

import type { Generated } from 'kysely'
import type { Json } from '../../core/json.ts'
import type { Language } from '../../core/language.ts'
import type { PublicationMove } from '../../core/publication/state.ts'
import type { Bond, Outline, Prints } from '../../core/publication/text.ts'
import type { Compartmented } from './appended.ts'

export type PublicRecommendationRow = {
  id: string
  country: string
  said_on: string | null
  updated: string
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
export type PublicCampaignRow = { id: string; country: string; state: string; updated: string; body: Json }
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
export type PublicActionCountsRow = { campaign: string; body: Json }
