/** A line about a recommendation in; a row that supersedes what was said of it before out. */
import { refuse } from '../../core/faults.ts'
import { ordered } from '../../core/identity/pairs.ts'
import type { Pack } from '../../core/pack.ts'
import type {
  DropRecommendation,
  JudgeDemands,
  RecommendationLine,
  RecordGrade,
  RecordRecommendation,
} from '../../core/recommendation/lines.ts'
import type { Demand } from '../../core/recommendation/recommendation.ts'
import { locate } from '../../review/locate.ts'
import { instant, record } from '../../store/append.ts'
import { refuseUnknownIncident } from '../../store/queries/incidents.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { RECOMMENDATION_KIND, recommendationRows } from '../../store/queries/recommendations.ts'
import { type Context, happeningOf, packOf } from '../context.ts'
import { findDocument } from '../hold-values.ts'
import { permit } from '../permit.ts'

/**
 * Refuses with `record.unknown` (a document, person, record or recommendation that is not there), `recommendation.unknown` (a
 * law or body that neither codebook nor pack has) and `passage.not-found`.
 */
export async function recordRecommendation(context: Context, decided: RecommendationLine): Promise<void> {
  switch (decided.record) {
    case 'recommendation':
      return recordOne(context, decided)
    case 'no-recommendation':
      return dropOne(context, decided)
    case 'grade':
      return gradeOne(context, decided)
    case 'demand':
      return judgeTwo(context, decided)
  }
}

/** Whether readers see it is decided by whoever may let something out. */
async function recordOne(context: Context, decided: RecordRecommendation): Promise<void> {
  permit(context, decided.public ? 'release-recommendation' : 'recommend')
  const { id, country, by, at, why } = decided
  const pack = packOf(context.knowledge, country)
  for (const one of unknownIn(context, pack, decided))
    throw refuse('recommendation.unknown', { id: one.id }, id)
  const people = decided.people ?? []
  const known = people.length > 0 ? await loadPeople(context.store) : new Map()
  for (const one of people) if (!known.has(one)) throw refuse('record.unknown', { id: one }, id)
  const { document, demand } = await demandOf(context, decided)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('recommendations', [
      {
        ...{ id, country, document, demand, is_public: decided.public },
        ...{ why: why ?? null, by, at: instant(at) },
      },
    ]),
  )
}

/** Laws and bodies that neither codebook nor pack has, each with the column of a table that it stands in. */
export function unknownIn(
  { knowledge }: Context,
  pack: Pack,
  { laws = [], body }: RecordRecommendation,
): readonly { readonly column: 'laws' | 'body'; readonly id: string }[] {
  const isLaw = (one: string): boolean =>
    pack.provisions.has(one) || pack.acts.has(one) || pack.bills.has(one)
  const isBody = knowledge.codebook.recommendations.bodies.has(body) || pack.organisations.has(body)
  return [
    ...laws.filter((law) => !isLaw(law)).map((id) => ({ column: 'laws', id }) as const),
    ...(isBody ? [] : [{ column: 'body', id: body } as const]),
  ]
}

export async function demandOf(
  context: Context,
  decided: RecordRecommendation,
): Promise<{ readonly document: string | null; readonly demand: Demand }> {
  const { id, passage, said, body, on, addressees, ask } = decided
  const given = {
    ...{ body, on, addressees, ask },
    laws: decided.laws ?? [],
    freedoms: decided.freedoms ?? [],
    people: decided.people ?? [],
    specificity: decided.specificity ?? null,
    response: decided.response ?? null,
    due: decided.due ?? null,
    rule: decided.rule ?? null,
  }
  if (said) {
    const { words, language, title, place, url } = said
    return {
      document: null,
      demand: { ...given, words, language, source: { kind: 'hand', title, place, url } },
    }
  }
  const { document: name = '', from = '', to = '' } = passage ?? {}
  const document = await findDocument(context, name)
  const span = locate(document.text, from, to)
  if (!span) throw refuse('passage.not-found', { words: `${from} … ${to}` }, id)
  const words = document.text.slice(span.start, span.end)
  const source = { kind: 'document', document: document.id, ...span } as const
  return { document: document.id, demand: { ...given, words, language: document.language, source } }
}

async function dropOne(context: Context, decided: DropRecommendation): Promise<void> {
  permit(context, 'recommend')
  const { id, country, document, by, at, why } = decided
  const [now] = await recommendationRows(context.store, { ids: [id] })
  if (now?.is_public) permit(context, 'release-recommendation')
  const proposed = document === undefined ? null : (await findDocument(context, document)).id
  if (!now && proposed === null) throw refuse('record.unknown', { id }, id)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('recommendations', [
      {
        ...{ id, country, document: now?.document ?? proposed, demand: null, is_public: false },
        ...{ why: why ?? null, by, at: instant(at) },
      },
    ]),
  )
}

async function gradeOne(context: Context, decided: RecordGrade): Promise<void> {
  permit(context, 'grade')
  const { id, grader, on, grade, evidence, note, by, at } = decided
  await refuseUnknownRecommendations(context, [id])
  for (const one of evidence) if ('incident' in one) await refuseUnknownIncident(context.store, one.incident)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('recommendation_grades', [
      {
        ...{ recommendation: id, grader, of_day: on, grade, evidence, grade_note: note ?? null },
        ...{ by, at: instant(at) },
      },
    ]),
  )
}

/** Kept with all other judgements on pairs: taken back by a row, never by a repair. */
async function judgeTwo(context: Context, decided: JudgeDemands): Promise<void> {
  permit(context, 'recommend')
  const { verdict, by, at, why } = decided
  const [left, right] = ordered(decided.id, decided.with)
  await refuseUnknownRecommendations(context, [left, right])
  const kind = RECOMMENDATION_KIND
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('judgements', [
      {
        ...{ left_kind: kind, left_id: left, right_kind: kind, right_id: right, verdict },
        ...{ score: null, explanation: why ?? '', blind: null, by, at: instant(at) },
      },
    ]),
  )
}

async function refuseUnknownRecommendations({ store }: Context, ids: readonly string[]): Promise<void> {
  const known = new Set((await recommendationRows(store, { ids })).map((one) => one.id))
  for (const id of ids) if (!known.has(id)) throw refuse('record.unknown', { id }, id)
}
