/** Lines about cases, observations and assistance in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import { CASE_TIERS, CHARGE_STANDINGS, HEARING_STATES, YES_NO } from '../core/cases/case.ts'
import type { CaseTerms } from '../core/cases/terms.ts'
import { type Decided, type DecidedLaw, type DecidedPenalty, STAGES } from '../core/decided.ts'
import type { Fault } from '../core/faults.ts'
import { parsePartialDate } from '../core/partial-date.ts'

type Parts = {
  readonly who: {
    readonly by: z.ZodString
    readonly at: z.ZodISODateTime
    readonly why: z.ZodOptional<z.ZodString>
  }
  readonly id: z.ZodString
  readonly law: z.ZodType<DecidedLaw>
  readonly penalty: z.ZodType<DecidedPenalty>
  readonly date: z.ZodType<string>
}

const words = z.string().trim().min(1).max(2000)
const short = z.string().trim().min(1).max(300)
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour is written 09:30')
const tier = z.enum(CASE_TIERS).optional()
const entryId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, 'an entry is called by lower-case letters, digits and hyphens')
const source = (id: z.ZodString) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('incident'), incident: id }),
    z.strictObject({ kind: z.literal('document'), document: short, words }),
    z.strictObject({ kind: z.literal('hand'), title: short, on: z.iso.date().optional() }),
  ])
const termOf = (terms: ReadonlyMap<string, unknown>, file: string) =>
  z.string().refine((one) => terms.has(one), `no such term in codebook/${file}.yaml`)

export const openCase = ({ who, id }: Parts) =>
  z.strictObject({
    record: z.literal('case'),
    ...who,
    id,
    country: z.string().length(2),
    title: short,
    people: z.array(id).min(1).max(200),
    tier,
  })

export const caseEntry = ({ who, id, law, penalty, date }: Parts, terms: CaseTerms) =>
  z.strictObject({
    record: z.literal('entry'),
    ...who,
    id,
    entry: entryId,
    source: source(id),
    people: z.array(id).optional(),
    struck: z.boolean().optional(),
    what: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('charge'),
        law,
        basis: z.enum(['stated', 'inferred']),
        offence: date.nullable(),
      }),
      z
        .strictObject({
          kind: z.literal('outcome'),
          charge: entryId,
          standing: z.enum(CHARGE_STANDINGS),
          date: date.nullable(),
          into: entryId.optional(),
        })
        .refine(
          (one) => one.into === undefined || one.standing === 'reclassified',
          'into: only of a reclassified charge',
        ),
      z.strictObject({
        kind: z.literal('stage'),
        stage: z.enum(STAGES),
        date: date.nullable(),
        court: short.optional(),
        note: words.optional(),
      }),
      z.strictObject({
        kind: z.literal('hearing'),
        state: z.enum(HEARING_STATES),
        date: date.nullable(),
        hour: hour.optional(),
        court: short.optional(),
        note: words.optional(),
      }),
      z.strictObject({
        kind: z.literal('penalty'),
        penalty,
        date: date.nullable(),
        charge: entryId.optional(),
        stage: entryId.optional(),
      }),
      z.strictObject({
        kind: z.literal('restriction'),
        what: termOf(terms.restrictions, 'restrictions'),
        from: date.nullable(),
        until: z.iso.date().nullable(),
        stage: entryId.optional(),
        note: words.optional(),
      }),
      z.strictObject({
        kind: z.literal('answer'),
        answer: termOf(terms.answers, 'assistance'),
        date: z.iso.date(),
        words: words.optional(),
      }),
    ]),
  })

const answer = z.union([
  z.strictObject({ kind: z.enum(YES_NO) }),
  z.strictObject({ kind: z.literal('number'), number: z.number().min(0).max(1_000_000), unit: short }),
  z.strictObject({ kind: z.literal('text'), text: words }),
])

export const observation = ({ who, id, date }: Parts, terms: CaseTerms) =>
  z
    .strictObject({
      record: z.literal('observation'),
      ...who,
      id,
      sheet: termOf(terms.sheets, 'observations'),
      about: z
        .strictObject({
          case: id.optional(),
          hearing: entryId.optional(),
          person: id.optional(),
          incident: id.optional(),
        })
        .refine((one) => one.case ?? one.person ?? one.incident, 'of a case, a person or an incident')
        .refine((one) => one.hearing === undefined || one.case !== undefined, 'hearing: of which case'),
      on: date.nullable(),
      hour: hour.optional(),
      observer: short,
      source: source(id),
      answers: z.array(z.strictObject({ question: z.string(), answer: answer.nullable() })).max(200),
      tier,
    })
    .superRefine((one, context) => {
      const questions = terms.sheets.get(one.sheet)?.questions
      one.answers.forEach(({ question, answer: given }, index) => {
        const asked = questions?.get(question)
        const type =
          given === null
            ? asked?.type
            : given.kind === 'number' || given.kind === 'text'
              ? given.kind
              : 'yes_no'
        // Of a number and of words, too, it may be known only that nobody knew or nobody asked.
        const isDoubt = given?.kind === 'unknown' || given?.kind === 'not_asked'
        if (asked === undefined || (type !== asked.type && !isDoubt))
          context.addIssue({
            code: 'custom',
            message: `no such answer to ${question}`,
            path: ['answers', index],
          })
      })
    })

export const assistance = ({ who, id, date }: Parts, terms: CaseTerms) =>
  z.strictObject({
    record: z.literal('assistance'),
    ...who,
    id,
    what: termOf(terms.assistance, 'assistance'),
    people: z.array(id).min(1).max(200),
    about: z.strictObject({ case: id.optional(), incident: id.optional() }),
    on: date.nullable(),
    doneBy: short,
    to: short.optional(),
    due: z.iso.date().optional(),
    note: words.optional(),
    source: source(id),
    tier,
  })

/** Days on which something is said to have happened; a hearing that is planned and the end of a restriction may come. */
export function daysOfCases(decided: Decided): readonly (string | null)[] {
  if (decided.record === 'observation' || decided.record === 'assistance') return [decided.on]
  if (decided.record !== 'entry') return []
  const { what } = decided
  switch (what.kind) {
    case 'charge':
      return [what.offence]
    case 'restriction':
      return [what.from]
    case 'hearing':
      return what.state === 'held' ? [what.date] : []
    default:
      return [what.date]
  }
}

/** Days that contradict each other. */
export function faultsOfCases(decided: Decided, where: string): readonly Fault[] {
  const fault = (problem: string): Fault => ({ code: 'input.value', where, params: { problem } })
  if (decided.record === 'entry' && decided.what.kind === 'restriction') {
    const { from, until } = decided.what
    const first = from === null ? null : (parsePartialDate(from)?.from ?? null)
    if (until !== null && first !== null && until < first) return [fault('until: before it begins')]
  }
  if (decided.record === 'assistance' && decided.due !== undefined && decided.on !== null) {
    const first = parsePartialDate(decided.on)?.from ?? null
    if (first !== null && decided.due < first) return [fault('due: before the day it was sent')]
  }
  return []
}
