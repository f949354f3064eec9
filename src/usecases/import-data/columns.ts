/** The columns of a data package that carry what was published: their shapes. Whatever can be worked out again is read past. */
import { z } from 'zod'
import type { ClaimBasis } from '../../core/claim.ts'
import { STAGES } from '../../core/decided.ts'
import { RELIABILITIES } from '../../core/document.ts'
import { isIsoDay, PRECISIONS } from '../../core/partial-date.ts'
import { FREEDOMS, INCIDENT_KINDS, LAW_CODES, PENALTY_TYPES, QUALIFIERS } from '../../core/values.ts'
import { incidentId, recordId } from '../decided-schema-values.ts'

/** A cell holds one line of words: what steers a terminal or hides from a reader is no word. */
const text = z
  .string()
  .max(20_000)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'holds signs that nobody can see')
const short = text.max(1_000)
const maybe = short.nullable()
const day = z.string().refine(isIsoDay, 'not a day (2020-03-18)').nullable()
const whole = z
  .string()
  .regex(/^\d{1,9}$/, 'not a whole number')
  .transform(Number)
const maybeWhole = whole.nullable()
const number = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/, 'not a number')
  .transform(Number)
  .nullable()
const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (cell) => (typeof cell === 'string' ? cell.split('; ') : cell === null ? [] : cell),
    z.array(one),
  )
const basis = z.enum(['stated', 'carried', 'inferred'] as const satisfies readonly ClaimBasis[])
const date = { date_from: day, date_to: day, date_precision: z.enum(PRECISIONS) }

/** Of each value: the record, who says it by the number of the source, and how. Who read it there is not carried. */
const said = { incident: recordId, basis: listOf(basis), said_in: listOf(whole) }
const law = { code: z.enum(LAW_CODES), article: maybe, part: maybe, law: maybe }
const sum = { days: number, months: number, years: number, amount: number, currency: maybe }
const named = { name_en: maybe, name_ru: maybe, name_kk: maybe }
const listed = <K extends string>(column: K) =>
  z.object({ ...said, [column]: short } as typeof said & Record<K, typeof short>)

export const CARRIED = {
  incidents: z.object({ id: incidentId, country: z.string().length(2), kind: z.enum(INCIDENT_KINDS) }),
  dates: z.object({ ...said, ...date }),
  other_dates: listed('day'),
  freedoms: z.object({ ...said, freedom: z.enum(FREEDOMS) }),
  acts: listed('act'),
  places: z.object({ ...said, name: short, canonical: short, place: maybe }),
  people: z.object({
    ...said,
    ...named,
    shown: z.enum(['named', 'alias', 'withheld']),
    person: recordId.nullable(),
    alias: maybe,
    role: maybe,
    harmed: z.enum(['true', 'false', 'actor']),
  }),
  groups: z.object({ ...said, what: maybe, min: maybeWhole, max: maybeWhole, qualifier: z.enum(QUALIFIERS) }),
  organisations: listed('organisation'),
  laws: z.object({ ...said, ...law }),
  offences: listed('offence'),
  penalties: z.object({
    ...said,
    ...sum,
    penalty: z.enum(PENALTY_TYPES),
    min: number,
    max: number,
    unit: maybe,
    persons: maybeWhole,
  }),
  actors: listed('actor'),
  said_by: listed('speaker'),
  outcomes: listed('outcome'),
  sources: z.object({
    incident: recordId,
    source: whole,
    title: maybe,
    publisher: maybe,
    collector: maybe,
    url: z
      .string()
      .max(2_000)
      .regex(/^https?:\/\/[^\s\p{Cc}]+$/u, 'not a web address')
      .nullable(),
    published: maybe,
    language: z.enum(['en', 'ru', 'kk'], 'a text is read in en, ru or kk'),
    reliability_of_source: z.enum(RELIABILITIES),
    reliability_of_information: z.enum(RELIABILITIES),
    passage: text.nullable(),
  }),
  links: z.object({
    incident: recordId,
    link: z.enum(['follows', 'part_of', 'reverses', 'covers']),
    other_incident: recordId,
  }),
  decisions: z.object({
    incident: recordId,
    field: short,
    verdict: z.enum(['stands', 'disputed']),
  }),
  replies: z.object({
    incident: recordId,
    asked: z.enum(['true', 'false']),
    asked_on: day,
    asked_of: maybe,
    asked_how: maybe,
    asked_until: day,
    answered_on: day,
    answer: text.nullable(),
  }),
  proceedings: z.object({ id: recordId, person: recordId.nullable(), ...named }),
  charges: z.object({ proceeding: recordId, ...law, basis: z.enum(['stated', 'inferred']) }),
  stages: z.object({
    proceeding: recordId,
    stage_number: whole,
    stage: z.enum(STAGES),
    date_from: day,
    date_to: day,
    date_precision: z.enum(PRECISIONS).nullable(),
    other_incident: recordId.nullable(),
    penalty: z.enum(PENALTY_TYPES).nullable(),
    ...sum,
  }),
} as const
export type CarriedTable = keyof typeof CARRIED
export type CarriedRow<T extends CarriedTable> = z.output<(typeof CARRIED)[T]>

const read = ['read_by']
/** Columns that this house works out anew from the others, or that tell what the other house did on which day. */
export const DERIVED_COLUMNS: Readonly<Partial<Record<CarriedTable, readonly string[]>>> = {
  incidents: [
    ...['date_from', 'date_to', 'date_precision', 'freedoms', 'acts', 'regions', 'places', 'provisions'],
    ...['penalty_types', 'outcome', 'disputed', 'withheld', 'sources', 'independent_sources'],
    ...['version', 'updated', 'merged', 'title_en', 'title_ru', 'title_kk', 'page'],
  ],
  dates: read,
  other_dates: read,
  freedoms: read,
  acts: read,
  places: [...read, 'region', 'label_en', 'label_ru', 'label_kk', 'latitude', 'longitude'],
  people: read,
  groups: read,
  organisations: read,
  laws: [...read, 'provision'],
  offences: read,
  penalties: [...read, 'index_multiple'],
  actors: read,
  said_by: read,
  outcomes: read,
  sources: ['start', 'end', 'imported_from', 'package'],
  decisions: ['day'],
  proceedings: ['alias', 'role'],
  charges: ['provision'],
  stages: ['index_multiple'],
}
