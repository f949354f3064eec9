/** Lines about campaigns in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import { ACTION_KINDS } from '../core/act/actions.ts'
import {
  DELIVERY_WAYS,
  EVENT_KINDS,
  PARTNER_WORDS,
  PERSON_WORDS,
  PROOFS,
  REPLY_KINDS,
  RISK_LEVELS,
  RISK_OF,
  TALLY_METHODS,
  TALLY_SOURCES,
} from '../core/act/lines.ts'
import { CONTRIBUTIONS, OUTCOME_KINDS } from '../core/act/outcome.ts'
import { MOST_PER_HOUR } from '../core/act/pace.ts'
import { CLOTHS, PATCH_WORDS_MOST } from '../core/act/patch.ts'
import { CAMPAIGN_MOVES } from '../core/act/state.ts'
import { MOTIFS } from '../core/codebook.ts'
import type { Decided } from '../core/decided.ts'
import type { Fault } from '../core/faults.ts'
import { LANGUAGES } from '../core/language.ts'
import { isAddress } from '../core/letter.ts'

type Who = {
  readonly by: z.ZodString
  readonly at: z.ZodISODateTime
  readonly why: z.ZodOptional<z.ZodString>
}
/** Made by chance: it stands in the log before anybody knows whether the campaign will ever be public. */
const id = z.string().regex(/^cam-[a-z0-9]{6,32}$/, 'not a campaign')
const entryId = z.string().regex(/^e-[a-z0-9]{4,32}$/, 'not an entry of a campaign')
const short = z.string().trim().min(1).max(300)
const packId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,80}$/, 'not an id of the pack')
const told = (most: number) => {
  const words = z.string().trim().min(1).max(most).nullable()
  return z.strictObject({ en: words, ru: words, kk: words })
}
const written = (most: number) =>
  told(most).refine((one) => LANGUAGES.some((language) => one[language] !== null), 'in no language')
const number = z.int().min(0).max(100_000_000)

export const campaign = (who: Who, record: z.ZodString) =>
  z.strictObject({
    ...{ record: z.literal('campaign'), ...who, id, country: z.string().length(2) },
    subject: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person'), person: record }),
      z.strictObject({ kind: z.literal('incident'), incident: record }),
      z.strictObject({ kind: z.literal('law'), law: packId }),
    ]),
    ...{
      title: written(200),
      demand: written(140),
      story: told(4000),
      points: z.array(written(400)).max(12),
    },
    targets: z.array(z.strictObject({ authority: packId, duty: told(400), hostile: z.boolean() })).max(10),
    kinds: z.array(z.enum(ACTION_KINDS)).min(1),
    thresholds: z
      .array(z.strictObject({ kind: z.enum(ACTION_KINDS), number: number.min(1), brings: written(300) }))
      .max(10),
    ...{ proposedBy: short, partner: short, facility: packId.optional(), closes: z.iso.date().optional() },
    incidents: z.array(record).max(100),
  })

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('incident'), incident: packId }),
  z.strictObject({ kind: z.literal('elsewhere'), title: short, url: z.url().max(500).optional() }),
])
const level = z.literal(RISK_LEVELS)
const patch = z.strictObject({
  ...{ motif: z.enum(MOTIFS), cloth: z.literal(CLOTHS) },
  words: z.string().trim().min(1).max(PATCH_WORDS_MOST).nullable(),
  language: z.enum(LANGUAGES).nullable(),
})

const body = (date: z.ZodType<string>) => {
  const on = z.iso.date()
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('partner'), word: z.enum(PARTNER_WORDS), on, how: short }),
    z.strictObject({
      ...{ kind: z.literal('person'), word: z.enum(PERSON_WORDS), on, how: short },
      until: z.iso.date().optional(),
    }),
    z.strictObject({
      ...{ kind: z.literal('risk'), on, onlineInCountry: z.boolean() },
      levels: z.strictObject(
        Object.fromEntries(RISK_OF.map((one) => [one, level])) as Record<
          (typeof RISK_OF)[number],
          typeof level
        >,
      ),
      note: z.string().trim().min(1).max(2000),
    }),
    z.strictObject({ kind: z.literal('move'), move: z.enum(CAMPAIGN_MOVES) }),
    z.strictObject({
      ...{
        kind: z.literal('outcome'),
        outcome: z.enum(OUTCOME_KINDS),
        on: date,
        words: written(600),
        source,
      },
      ...{ reverses: entryId.optional(), contribution: z.enum(CONTRIBUTIONS) },
    }),
    z.strictObject({
      ...{ kind: z.literal('event'), event: z.enum(EVENT_KINDS), on, place: short.optional(), host: short },
      ...{ isPublic: z.boolean(), briefed: z.boolean() },
    }),
    z.strictObject({
      ...{ kind: z.literal('tally'), of: z.enum(ACTION_KINDS), on },
      ...{ low: number, best: number, high: number.nullable() },
      ...{ method: z.enum(TALLY_METHODS), source: z.enum(TALLY_SOURCES), event: entryId.optional() },
      countedBy: short,
      sheet: z
        .string()
        .regex(/^[A-Z0-9-]{4,20}$/, 'not the code of a sheet')
        .optional(),
    }),
    z.strictObject({
      ...{ kind: z.literal('delivery'), authority: packId, way: z.enum(DELIVERY_WAYS) },
      ...{ of: z.enum(ACTION_KINDS), number: number.min(1), on, due: z.iso.date().optional() },
      manifest: z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256'),
      proof: z.strictObject({ kind: z.enum(PROOFS), words: short }).optional(),
      mailing: entryId.optional(),
    }),
    z.strictObject({
      ...{ kind: z.literal('mailing'), authority: packId, of: z.enum(ACTION_KINDS), number: number.min(1) },
      address: z.string().refine(isAddress, 'not an address'),
      ...{ from: z.iso.date(), to: z.iso.date(), perHour: z.int().min(1).max(MOST_PER_HOUR) },
      paused: z.boolean(),
    }),
    z.strictObject({
      ...{ kind: z.literal('reply'), delivery: entryId, on, reply: z.enum(REPLY_KINDS) },
      words: written(2000),
    }),
    z.strictObject({
      ...{ kind: z.literal('patches'), on, event: entryId.optional() },
      patches: z.array(patch).min(1).max(1000),
    }),
  ])
}

export const campaignEntry = (who: Who, date: z.ZodType<string>) =>
  z.strictObject({
    ...{ record: z.literal('campaign-entry'), ...who, id, entry: entryId, body: body(date) },
    struck: z.boolean().optional(),
  })

/** Days on which something is said to have happened; of an event that is to be held, none. */
export function daysOfCampaigns(decided: Decided): readonly (string | null)[] {
  if (decided.record !== 'campaign-entry') return []
  const { body: said } = decided
  return 'on' in said && said.kind !== 'event' ? [said.on] : []
}

export function faultsOfCampaigns(decided: Decided, where: string): readonly Fault[] {
  if (decided.record !== 'campaign-entry') return []
  const fault = (problem: string): Fault => ({ code: 'input.value', where, params: { problem } })
  const { body: said } = decided
  switch (said.kind) {
    case 'tally':
      return [
        ...(said.low > said.best || (said.high !== null && said.high < said.best)
          ? [fault('best: outside of low and high')]
          : []),
        ...(said.source === 'event' && said.event === undefined ? [fault('event: which one')] : []),
      ]
    case 'person':
      return said.until !== undefined && said.until < said.on
        ? [fault('until: before the day it was given')]
        : []
    case 'mailing':
      return said.to < said.from || daysBetween(said.from, said.to) > MOST_DAYS
        ? [fault('to: before the first day, or more than a year after it')]
        : []
    default:
      return []
  }
}

const MOST_DAYS = 366
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
