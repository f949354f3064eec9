/** One line of recorded decisions in, a checked decision out, or every fault in it with its place. */
import { z } from 'zod'
import type { Codebook } from '../core/codebook.ts'
import { ANSWER_VERDICTS, type Decided, type SaidValues, STAGES } from '../core/decided.ts'
import { type Fault, Refusal, refuse } from '../core/faults.ts'
import { parsePartialDate } from '../core/partial-date.ts'
import { DRAFT_ID } from '../core/passages.ts'
import { BASIS_KINDS, SHOW_LEVELS } from '../core/person.ts'
import { LINK_KINDS } from '../core/record.ts'
import { MOVES } from '../core/state.ts'
import { TIERS } from '../core/tier.ts'
import { FIELDS } from '../core/values.ts'
import { actionRuling } from './decided-schema-actions.ts'
import { analysis } from './decided-schema-analysis.ts'
import { campaign, campaignEntry, daysOfCampaigns, faultsOfCampaigns } from './decided-schema-campaigns.ts'
import { cardReview, daysOfCards, readerTest } from './decided-schema-cards.ts'
import {
  assistance,
  caseEntry,
  daysOfCases,
  faultsOfCases,
  observation,
  openCase,
} from './decided-schema-cases.ts'
import { coverage } from './decided-schema-coverage.ts'
import { daysOfLessons, lessonTally } from './decided-schema-lessons.ts'
import { planEntries } from './decided-schema-plans.ts'
import { issue, publication, remark, remarkEnd, text } from './decided-schema-publications.ts'
import {
  assessment,
  daysOfRatings,
  index,
  panelWord,
  proposedRating,
  watchWord,
} from './decided-schema-rating.ts'
import {
  daysOfRecommendations,
  demand,
  grade,
  noRecommendation,
  recommendation,
} from './decided-schema-recommendations.ts'
import {
  bodies,
  collector,
  cover,
  judgement,
  pair,
  ruling,
  saying,
  stems,
  tier,
} from './decided-schema-sayings.ts'
import { offer, signature } from './decided-schema-signing.ts'
import { tactic } from './decided-schema-tactics.ts'
import {
  daysOfTestimonies,
  faultsOfTestimonies,
  quotation,
  testimony,
  unquote,
} from './decided-schema-testimonies.ts'
import {
  claimId,
  evidence,
  incidentId,
  law,
  lists,
  partialDate,
  penalty,
  recordId,
} from './decided-schema-values.ts'
import {
  basisAudience,
  daysOfWithholding,
  faultsOfWithholding,
  fieldTiers,
  isNoWiderBeyond,
  reply,
  retention,
} from './decided-schema-withholding.ts'
import { unstorable } from './storable.ts'

const id = recordId
const who = { by: id, at: z.iso.datetime(), why: z.string().optional() }
const labels = z.strictObject({
  en: z.string().min(1),
  ru: z.string().min(1).nullable(),
  kk: z.string().min(1).nullable(),
})
const link = z.strictObject({ kind: z.enum(LINK_KINDS), incident: id })

const draftId = z.string().regex(DRAFT_ID, 'not a passage of a reading')
const seen = z.number().int().min(0).optional()
const draft = z
  .strictObject({
    record: z.literal('draft'),
    ...who,
    id: draftId,
    verdict: z.enum(['rejected', 'split', 'merged', 'undone']),
    begins: z.number().int().min(0).optional(),
    with: z.string().max(50).optional(),
    seen,
  })
  .refine(
    (one) => one.verdict !== 'rejected' || (one.why ?? '').trim() !== '',
    'why: a rejection needs a reason',
  )
  .refine(
    (one) => (one.verdict === 'split') === (one.begins !== undefined),
    'begins: where the second passage begins',
  )
  .refine(
    (one) => (one.verdict === 'merged') === (one.with !== undefined),
    'with: the passage it is one with',
  )

const incident = (codebook: Codebook) =>
  z.strictObject({
    record: z.literal('incident'),
    ...who,
    id: incidentId,
    country: z.string().length(2),
    document: z.string().min(1),
    from: z.string().min(1),
    to: z.string().min(1),
    ...lists(codebook),
    disputed: z
      .array(z.enum([...FIELDS, 'groups', 'places', 'people', 'acts', 'laws', 'penalties', 'actors']))
      .optional(),
    beside: z.array(z.strictObject({ field: z.enum(FIELDS), claim: claimId })).optional(),
    links: z.array(link).optional(),
    tier: z.strictObject({ value: z.enum(TIERS), why: z.string().trim().min(1) }).optional(),
    tiers: fieldTiers.optional(),
    evidence,
    draft: z.strictObject({ id: draftId, seen }).optional(),
  })

const second = (codebook: Codebook) =>
  incident(codebook)
    .omit({ disputed: true, beside: true, links: true, tier: true, tiers: true, evidence: true, draft: true })
    .extend({ record: z.literal('second') })

const questionId = z.string().regex(/^q-[0-9a-f]{16}$/, 'not a question')
const words = z.string().trim().min(1).max(2000)
const question = z.strictObject({
  record: z.literal('question'),
  ...who,
  id: questionId,
  about: z.union([z.strictObject({ incident: incidentId }), z.strictObject({ draft: draftId })]),
  field: z.enum(FIELDS).optional(),
  to: id.optional(),
  words,
})
const answer = z
  .strictObject({
    record: z.literal('answer'),
    ...who,
    id: questionId,
    verdict: z.enum(ANSWER_VERDICTS),
    words: words.optional(),
  })
  .refine((one) => one.verdict !== 'answered' || one.words !== undefined, 'words: an answer has words')

const person = z.strictObject({
  record: z.literal('person'),
  ...who,
  id,
  names: labels,
  variants: z.array(z.string().min(1)).optional(),
  pseudonym: z.string().min(1).optional(),
  basis: z
    .strictObject({
      kind: z.enum(BASIS_KINDS),
      level: z.enum(SHOW_LEVELS),
      reason: z.string().min(1),
      givenHow: z.string().min(1).optional(),
      ...basisAudience,
      reviewBy: z.iso.date(),
    })
    .refine(
      (basis) => basis.kind !== 'consent' || basis.givenHow !== undefined,
      'consent needs how it was given',
    )
    .refine(isNoWiderBeyond, 'beyond: more would be shown to those who are further away')
    .optional(),
})

const proceeding = z.strictObject({
  record: z.literal('proceeding'),
  ...who,
  id,
  person: id,
  charges: z.array(z.strictObject({ ...law, status: z.enum(['stated', 'inferred']) })),
  stages: z.array(
    z.strictObject({
      stage: z.enum(STAGES),
      date: partialDate.nullable(),
      incident: id.optional(),
      penalty: penalty.optional(),
    }),
  ),
})

const parts = { who, id, law: z.strictObject(law), penalty, date: partialDate }

const someIds = z.array(id).min(1).max(10_000)
const move = z
  .strictObject({
    ...{ record: z.literal('move'), ...who, move: z.enum(MOVES), ids: someIds },
    tellsOld: z.boolean().optional(),
  })
  .refine((one) => one.tellsOld !== true || one.move === 'correct', {
    path: ['tellsOld'],
    message: 'only a correction shows what was before',
  })
const share = z.strictObject({
  record: z.literal('share'),
  ...who,
  ids: someIds,
  with: z.union([z.strictObject({ organisation: id }), z.strictObject({ account: id })]),
  ended: z.boolean().optional(),
})

/** Throws a Refusal with all faults; `where` (a file and line) stands before each. */
export function parseDecided(input: unknown, codebook: Codebook, today: string, where: string): Decided {
  const bad = unstorable(input)
  if (bad.length > 0)
    throw new Refusal(
      bad.map(
        (at): Fault => ({
          code: 'input.value',
          where,
          params: { problem: `${at}: a sign no store can keep` },
        }),
      ),
    )
  const parsed = z
    .discriminatedUnion('record', [
      incident(codebook),
      draft,
      second(codebook),
      question,
      answer,
      saying(who, incidentId, codebook),
      ruling(who, incidentId),
      judgement(who, incidentId, id),
      pair('pair', who, incidentId),
      pair('people', who, id),
      collector(who, incidentId),
      cover(who, incidentId),
      stems(who),
      bodies(who),
      tier(who, incidentId),
      person,
      proceeding,
      reply(who, incidentId),
      retention(who, incidentId),
      move,
      share,
      coverage(who, id),
      openCase(parts),
      caseEntry(parts, codebook.cases),
      observation(parts, codebook.cases),
      assistance(parts, codebook.cases),
      assessment(who, id),
      index(who, id),
      proposedRating(who, id),
      panelWord(who, id),
      watchWord(who, id),
      publication(who),
      text(who),
      remark(who),
      remarkEnd(who),
      issue(who),
      offer(who),
      signature(who),
      testimony(who, id, partialDate),
      quotation(who),
      unquote(who),
      analysis(who, id, codebook),
      actionRuling(who),
      campaign(who, id),
      campaignEntry(who, partialDate),
      cardReview(who, codebook),
      readerTest(who, codebook),
      lessonTally(who),
      recommendation(who, id, codebook),
      noRecommendation(who, id),
      grade(who, id),
      demand(who, id),
      tactic(who, id),
      planEntries(who, id),
    ])
    .safeParse(input)
  if (!parsed.success)
    throw new Refusal(
      parsed.error.issues.map(
        (issue): Fault => ({
          code: 'input.value',
          where,
          params: { problem: `${issue.path.join('.')}: ${issue.message}` },
        }),
      ),
    )
  const wrong = [
    ...faultsOfWithholding(parsed.data, where),
    ...faultsOfCases(parsed.data, where),
    ...faultsOfTestimonies(parsed.data, where),
    ...faultsOfCampaigns(parsed.data, where),
  ]
  if (wrong.length > 0) throw new Refusal(wrong)
  const late = futureDates(parsed.data, today)
  if (late.length > 0)
    throw new Refusal(late.map((date): Fault => ({ code: 'input.date-future', where, params: { date } })))
  return parsed.data
}

/** Days that have not come yet: what is said to have happened then is a slip of the pen. */
function futureDates(decided: Decided, today: string): readonly string[] {
  const dates =
    decided.record === 'incident' || decided.record === 'second'
      ? datesOf(decided)
      : decided.record === 'saying'
        ? datesOf(decided.says)
        : decided.record === 'proceeding'
          ? decided.stages.map((one) => one.date)
          : decided.record === 'coverage'
            ? [decided.from, decided.to]
            : [
                ...daysOfWithholding(decided),
                ...daysOfCases(decided),
                ...daysOfRatings(decided),
                ...daysOfTestimonies(decided),
                ...daysOfCampaigns(decided),
                ...daysOfCards(decided),
                ...daysOfLessons(decided),
                ...daysOfRecommendations(decided),
              ]
  return dates.filter((date) => {
    const bounds = date === null ? null : parsePartialDate(date)
    return (bounds?.from ?? bounds?.to ?? '') > today
  }) as string[]
}

const datesOf = ({ date, other_dates }: SaidValues): readonly (string | null)[] => [
  date ?? null,
  ...(other_dates ?? []),
]

/** Lines of JSON in, one value a line out; every line that is no JSON is named. */
export function parseJsonLines(
  text: string,
  name: string,
): readonly { readonly where: string; readonly value: unknown }[] {
  const faults: Fault[] = []
  const lines = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const where = `${name}:${index + 1}`
    try {
      return [{ where, value: JSON.parse(line) as unknown }]
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'not JSON'
      faults.push({ code: 'input.json', where, params: { line: index + 1, problem } })
      return []
    }
  })
  if (faults.length > 0) throw new Refusal(faults)
  if (lines.length === 0) throw refuse('input.empty', {}, name)
  return lines
}
