/** Lines about testimonies in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import type { Decided } from '../core/decided.ts'
import type { Fault } from '../core/faults.ts'
import { LANGUAGES } from '../core/language.ts'
import { SHOW_LEVELS } from '../core/person.ts'
import { type Approved, TESTIMONY_TIERS } from '../core/testimony/lines.ts'

type Who = {
  readonly by: z.ZodString
  readonly at: z.ZodISODateTime
  readonly why: z.ZodOptional<z.ZodString>
}
/** Made by chance: it stands in the log and must tell nothing of who spoke. */
const id = z.string().regex(/^tes-[a-z0-9]{6,32}$/, 'not a testimony')
const quotationId = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'a quotation is called q1, q2 and so on')
const short = z.string().trim().min(1).max(300)
const words = z.string().trim().min(1).max(2000)
const approved = (text: typeof words) =>
  z
    .strictObject({ en: text.nullable(), ru: text.nullable(), kk: text.nullable() })
    .refine((one) => LANGUAGES.some((language) => one[language] !== null), 'in no language')

export const testimony = (who: Who, record: z.ZodString, date: z.ZodType<string>) =>
  z.strictObject({
    ...{ record: z.literal('testimony'), ...who, id, country: z.string().length(2) },
    speaker: z.union([z.strictObject({ person: record }), z.strictObject({ who: short })]),
    ...{ on: date.nullable(), interviewer: short, language: z.enum(LANGUAGES) },
    words: z.string().trim().min(1).max(20_000).optional(),
    incidents: z.array(record).max(50),
    tier: z.enum(TESTIMONY_TIERS).optional(),
  })

const use = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('partners') }),
  z.strictObject({
    kind: z.literal('publications'),
    ids: z
      .array(z.string().regex(/^pub-[a-z0-9]{6,32}$/, 'not a publication'))
      .min(1)
      .max(50),
  }),
])
const consent = z.strictObject({ use, on: z.iso.date(), how: short, until: z.iso.date().nullable() })

export const quotation = (who: Who) =>
  z
    .strictObject({
      ...{ record: z.literal('quotation'), ...who, id, quotation: quotationId },
      ...{ said: words, wording: approved(words) },
      shown: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('level'), level: z.enum(SHOW_LEVELS).exclude(['never']) }),
        z.strictObject({ kind: z.literal('described'), as: approved(short) }),
      ]),
      consent: consent.nullable(),
    })
    .refine(
      ({ wording, shown }) => shown.kind === 'level' || isDescribed(wording, shown.as),
      'shown: a wording needs the description that was approved in its language',
    )

const isDescribed = (wording: Approved, as: Approved): boolean =>
  LANGUAGES.every((one) => wording[one] === null || as[one] !== null)

export const unquote = (who: Omit<Who, 'why'>) =>
  z.strictObject({
    ...{ record: z.literal('unquote'), ...who, id, quotation: quotationId.optional(), on: z.iso.date() },
    why: words,
  })

/** Days on which something is said to have happened. */
export function daysOfTestimonies(decided: Decided): readonly (string | null)[] {
  switch (decided.record) {
    case 'testimony':
    case 'unquote':
      return [decided.on]
    case 'quotation':
      return [decided.consent?.on ?? null]
    default:
      return []
  }
}

export function faultsOfTestimonies(decided: Decided, where: string): readonly Fault[] {
  if (decided.record !== 'quotation' || decided.consent === null) return []
  const { on, until } = decided.consent
  return until !== null && until < on
    ? [{ code: 'input.value', where, params: { problem: 'until: before the day it was given' } }]
    : []
}
