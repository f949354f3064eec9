/** The shapes of what the public sees, as schemas: the API's description is made from them, and its answers are held to them. */
import { z } from 'zod'
import { STAGES } from '../../core/decided.ts'
import type { IncidentBody, ProceedingBody, ToldPart } from '../../core/public-record.ts'
import { LINK_KINDS } from '../../core/record.ts'
import { FREEDOMS, INCIDENT_KINDS, LAW_CODES, PENALTY_TYPES, QUALIFIERS } from '../../core/values.ts'

const text = z.string()
const maybe = z.string().nullable()
const number = z.number().nullable()
const labels = z.object({ en: text, ru: maybe, kk: maybe })

const date = z.object({
  from: maybe.describe('First possible day, ISO 8601; null: not known'),
  to: maybe.describe('Last possible day; null: not known'),
  precision: z.enum(['day', 'month', 'year', 'unknown']),
})
const origin = z.object({
  source: z.number().int().describe('Index into `sources`'),
  mark: maybe.describe('Letter of the words in the passage'),
  by: z.enum(['rule', 'coder']),
  reader: maybe.describe('Id of the rule; null for a coder'),
  basis: z.enum(['stated', 'carried', 'inferred']),
})
const shown = <T extends z.ZodType>(value: T) => z.array(z.object({ value, origins: z.array(origin) }))

const held = { role: maybe, harmed: z.union([z.boolean(), z.literal('actor')]) }
const person = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named'), id: text, name: labels, ...held }),
  z.object({ kind: z.literal('alias'), text, ...held }),
  z.object({ kind: z.literal('withheld'), ...held }),
])
const law = z.object({
  code: z.enum(LAW_CODES),
  article: maybe,
  part: maybe,
  name: maybe,
  provision: maybe.describe('Id in the country pack'),
})
const penalty = z.object({
  type: z.enum(PENALTY_TYPES),
  ...{
    days: number,
    months: number,
    years: number,
    amount: number,
    currency: maybe,
    min: number,
    max: number,
    unit: maybe,
  },
  indexMultiple: number.describe('Fine in index units of the day'),
  persons: number,
})
const place = z.object({
  name: text,
  canonical: text,
  place: maybe,
  region: maybe.describe('ISO 3166-2'),
  label: labels,
})
const group = z.object({ what: text, min: number, max: number, qualifier: z.enum(QUALIFIERS) })
const passage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text }),
  z.object({ kind: z.literal('mark'), text, marks: z.array(text) }),
  z.object({ kind: z.literal('withheld') }),
])
const source = z.object({
  title: maybe.describe('Null: not known, or covered'),
  titleIn: z
    .object({ en: text.exactOptional(), ru: text.exactOptional(), kk: text.exactOptional() })
    .describe('What it says in other languages, where somebody wrote that')
    .exactOptional(),
  ...{ publisher: maybe, collector: maybe, url: maybe, published: maybe, language: text },
  accessed: maybe.exactOptional().describe('Day on which it was read; null as `published`'),
  ...{ reliabilityOfSource: text, reliabilityOfInformation: text },
  passage: z.array(passage),
  ...{ start: number, end: number },
  elsewhere: z
    .object({ node: text, package: text.describe('SHA-256 of the data package it came in') })
    .describe('The house that published it first; left out for our own')
    .exactOptional(),
})
const reply = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('asked'),
    ...{ on: text, of: maybe, how: maybe, until: text },
    answer: z.object({ on: text, text: maybe }).nullable(),
  }),
  z.object({ kind: z.literal('not-asked') }),
])
const fields = z.object({
  kind: z.enum(INCIDENT_KINDS),
  freedoms: shown(z.enum(FREEDOMS)),
  date: shown(date),
  otherDates: shown(text),
  places: shown(place),
  people: shown(person),
  organisations: shown(text),
  groups: shown(group),
  acts: shown(text),
  laws: shown(law),
  offences: shown(text),
  penalties: shown(penalty),
  actors: shown(text),
  saidBy: shown(text),
  outcome: shown(text),
})

/** Of one part, what it was and what it is. */
const changeOf = <Part extends ToldPart>(part: Part) =>
  z.object({ part: z.literal(part), before: fields.shape[part], after: fields.shape[part] })
const change = z.discriminatedUnion('part', [
  changeOf('date'),
  changeOf('places'),
  changeOf('groups'),
  changeOf('acts'),
  changeOf('laws'),
  changeOf('penalties'),
  changeOf('freedoms'),
])

export const incidentSchema = z
  .object({
    id: text,
    country: text,
    version: z.number().int(),
    published: maybe.describe(
      'Day on which it was first shown; null where that would tell a day that is held back',
    ),
    fields,
    disputed: z.array(text).describe('Fields in which sources disagree'),
    decided: z.array(z.object({ field: text, verdict: z.enum(['stands', 'disputed']), at: text })),
    sources: z.array(source),
    links: z.array(z.object({ kind: z.enum([...LINK_KINDS, 'covers']), incident: text })),
    replies: z.array(reply),
    corrections: z.array(
      z.object({
        ...{ at: text, why: maybe },
        changes: z.array(change).exactOptional().describe('What was before, where readers may see it'),
      }),
    ),
    withheld: z
      .array(z.enum(['names', 'words', 'values']))
      .describe('Why something is covered; never how much'),
    merged: z.array(text).exactOptional().describe('Records of the same event that are shown as this one'),
  })
  .describe('What any reader may see of a record.')

export const proceedingSchema = z
  .object({
    id: text,
    person,
    charges: z.array(law.extend({ status: z.enum(['stated', 'inferred']) })),
    stages: z.array(
      z.object({
        stage: z.enum(STAGES),
        date: date.nullable(),
        incident: maybe,
        penalty: penalty.nullable(),
      }),
    ),
  })
  .describe('A legal journey, of somebody who is shown by name. Its last stage is no ending.')

export const measureSchema = z
  .object({
    country: text,
    method: text.describe('Id of the rule of counting'),
    ...{ unit: text, period: text },
    slice: z.object({ facet: text, value: text }).nullable(),
    certain: z.number().describe('What every source allows'),
    claimed: number.describe('The most that any source says; null: no upper end'),
    rows: z.array(text).describe('Ids of the records behind the number'),
  })
  .describe('A number of records, with its doubt.')

export const codeSchema = z.object({ id: text, label: labels, definition: labels, not: labels })

/** A schema that drifts from the type it describes does not compile. */
export const SCHEMAS_OF_RECORDS: readonly [z.ZodType<IncidentBody>, z.ZodType<ProceedingBody>] = [
  incidentSchema,
  proceedingSchema,
]
