/** A part of a public incident in, the field of the record it shows out. */
import type { IncidentBody, PublicFields } from '../core/public-record.ts'
import type { Field } from '../core/values.ts'

/** Public records hold sets under plural names; claims, decisions and disputes use the field's own. */
export const FIELD_OF = {
  date: 'date',
  otherDates: 'other_date',
  places: 'place',
  people: 'person',
  groups: 'group',
  organisations: 'organisation',
  acts: 'act',
  laws: 'law',
  offences: 'offence',
  penalties: 'penalty',
  actors: 'actor',
  outcome: 'outcome',
  saidBy: 'source',
  freedoms: 'freedom',
} as const satisfies Record<Exclude<keyof PublicFields, 'kind'>, Field>
export type Part = keyof typeof FIELD_OF

/** In the order a reader asks: when, where, who, what, by which law, with what end. */
export const PARTS = Object.keys(FIELD_OF) as readonly Part[]

export const isDisputed = (incident: IncidentBody, part: Part): boolean =>
  incident.disputed.includes(FIELD_OF[part])
