/** An incident's id in; every row and every input of the log that tells it or points to it, erased or removed. */
import { ERASED } from '../core/forgetting.ts'
import type { Json } from '../core/json.ts'
import type { Writer } from '../store/append.ts'
import { eraseIn } from '../store/erase.ts'
import { coverFieldOf } from '../store/queries/covers.ts'
import { decidedOfDrafts } from '../store/queries/passages.ts'
import type { EventRow, HeldRow } from '../store/tables.ts'
import { campaignsOn, eraseCampaigns } from './act/erasure-of-campaigns.ts'
import { casesOfIncident, isCaseRow, withoutIds } from './cases/erasure-of-cases.ts'
import { eraseArrivals, withoutRecordOf } from './field/erasure-of-arrivals.ts'
import { erasePlans } from './plan/erasure-of-plans.ts'
import { eraseRecommendations } from './recommendations/erasure-of-recommendations.ts'
import { eraseSealed } from './sealed/erase-sealed.ts'
import { eraseTactics } from './tactics/tactics.ts'
import { eraseTestimonies, isQuotedFrom, testimoniesAbout } from './testimony/erasure-of-testimonies.ts'
import {
  eraseWriting,
  inputWithoutTelling,
  type ToldInWriting,
  toldInWriting,
} from './writing/erasure-of-writing.ts'

type Row = Readonly<Record<string, unknown>>

/** What speaks of an incident and of nothing else, and goes with it. */
export type Hanging = {
  readonly questions: ReadonlySet<string>
  /** Cases, observations, assistance, testimonies and campaigns. */
  readonly hanging: ReadonlySet<string>
  readonly writing: ToldInWriting
}

export async function hangingOn(writer: Writer, id: string): Promise<Hanging> {
  const cases = await casesOfIncident(writer.trx, id)
  const testimonies = await testimoniesAbout(writer.trx, id)
  const hanging = new Set([...cases, ...testimonies, ...(await campaignsOn(writer.trx, id))])
  return {
    questions: await questionsToErase(writer, id),
    hanging,
    writing: await toldInWriting(
      writer.trx,
      (bond) =>
        (bond.kind === 'incident' && bond.id === id) ||
        hanging.has(bond.id) ||
        (bond.kind === 'testimony' && isQuotedFrom(bond.id, testimonies)),
      (of) => hanging.has(of),
    ),
  }
}

/** Questions about the record, and those on the words that it was decided from: they speak of what is to be forgotten. */
async function questionsToErase({ trx }: Writer, id: string): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('questions').select(['id', 'about_kind', 'about_id']).execute()
  const drafts = rows.flatMap((one) => (one.about_kind === 'draft' ? [one.about_id] : []))
  const became = await decidedOfDrafts(trx, [...new Set(drafts)])
  const isOfRecord = (about: string): boolean => about === id || became.get(about)?.includes(id) === true
  return new Set(rows.flatMap((one) => (isOfRecord(one.about_id) ? [one.id] : [])))
}

/** Returns how many rows were changed or removed. */
export async function eraseRecord(
  writer: Writer,
  id: string,
  { questions, hanging, writing }: Hanging,
): Promise<number> {
  const decided = await writer.trx.selectFrom('events').select('seq').where('object', '=', id).execute()
  const own = new Set(decided.map((one) => one.seq))
  const isOfRecord = (row: Row): boolean =>
    (row.record_kind === 'incident' && row.record === id) ||
    (isCaseRow(row) && hanging.has(String(row.record)))
  let rows = 0
  // Answers before the questions they stand on.
  rows += await eraseIn(writer, 'answers', (row) => (questions.has(String(row.question)) ? null : row))
  rows += await eraseIn(writer, 'questions', (row) => (questions.has(String(row.id)) ? null : row))
  rows += await eraseIn(writer, 'claims', (row) => (isOfRecord(row) || pointsTo(row.value, id) ? null : row))
  rows += await eraseIn(writer, 'decisions', (row) => {
    if (isOfRecord(row) || row.field === coverFieldOf(id)) return null
    const held = (row.held as readonly HeldRow[]).filter((one) => !pointsTo(one.value, id))
    return { ...row, held, why: row.why === null ? null : withoutId(String(row.why), id) }
  })
  // Not in the log: that somebody practised on it goes with it.
  await writer.trx.deleteFrom('trainings').where('record', '=', id).execute()
  rows += await eraseSealed(writer.trx, [
    ['incident', id],
    ...[...hanging].map((one) => ['case', one] as const),
  ])
  const gone = new Set([id, ...hanging])
  rows += await eraseArrivals(writer.trx, { gone, rest: (value) => withoutId(value, id) })
  for (const table of ['tellings', 'replies', 'retentions', 'moves', 'shares', 'second_readings'] as const)
    rows += await eraseIn(writer, table, (row) =>
      row.record === id || hanging.has(String(row.record)) ? null : row,
    )
  // A copy keeps its row, since other records may be in it: not this id, nor a reason that says it.
  rows += await eraseIn(writer, 'exports', (row) => ({
    ...row,
    ids: (row.ids as readonly string[]).filter((one) => one !== id),
    reason: withoutId(String(row.reason), id),
  }))
  rows += await eraseIn(writer, 'assessments', (row) => ({
    ...row,
    answers: withoutId(row.answers as Json, id),
  }))
  rows += await eraseIn(writer, 'panel_words', (row) => ({ ...row, words: withoutId(String(row.words), id) }))
  rows += await eraseIn(writer, 'watch_words', (row) => ({
    ...row,
    words: withoutId(String(row.words), id),
    signal: withoutId(row.signal as Json, id),
  }))
  rows += await eraseWriting(writer, writing, (value) => withoutId(value, id))
  rows += await eraseTestimonies(writer, hanging, (value) => withoutId(listWithout(value, id), id))
  rows += await eraseCampaigns(writer, hanging, (value) =>
    pointsTo(value, id) ? null : withoutId(withoutMention(value, id), id),
  )
  rows += await eraseIn(writer, 'analyses', (row) =>
    row.incident === id
      ? null
      : { ...row, steps: withoutId(row.steps as Json, id), asks: withoutId(row.asks as Json, id) },
  )
  rows += await eraseRecommendations(writer, (value) => withoutId(value, id))
  rows += await eraseTactics(writer, (value) => withoutId(value, id))
  rows += await erasePlans(writer, (value) => withoutId(value, id))
  rows += await eraseIn(writer, 'links', (row) => (row.record === id || row.target === id ? null : row))
  // Who a name was judged to be in this record: judged in the same entries of the log as the record was decided.
  rows += await eraseIn(writer, 'judgements', (row) =>
    own.has(row.event) || [row.left_id, row.right_id].includes(id)
      ? null
      : { ...row, explanation: withoutId(String(row.explanation), id) },
  )
  return rows
}

/** A stage of a legal journey that lies in the incident, an entry that rests on it, a link to it, or a judgement on it and another. */
const pointsTo = (value: unknown, id: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('incident' in value && value.incident === id) ||
    ('with' in value && value.with === id) ||
    ('record' in value && value.record === 'pair' && 'id' in value && value.id === id) ||
    ('source' in value && pointsTo(value.source, id)) ||
    ('body' in value && pointsTo(value.body, id)))

/** A decision on the record keeps nothing of its input; one that points to it, or moved it with others, keeps the rest. */
export function withoutRecord(
  { object, input: given }: EventRow,
  id: string,
  { questions, hanging, writing }: Hanging,
): { readonly object: string | null; readonly input: Json } {
  const input = inputWithoutTelling(given, writing)
  if (input === null && given !== null) return { object: null, input: null }
  if (object === id || questions.has(object ?? '')) return { object: null, input: null }
  if (object !== null && withoutIds(object, hanging) === null) return { object: null, input: null }
  if (pointsTo(input, id)) return { object: withoutId(object, id) as string | null, input: null }
  const left = withoutId(input, id)
  return {
    object: object === null ? null : String(withoutId(object, id)),
    input: isFields(left) ? withoutRecordOf(left, hanging) : left,
  }
}

const isFields = (value: Json): value is { readonly [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** An id that is all of an entry of a list leaves no place behind. */
const listWithout = (value: Json, id: string): Json =>
  Array.isArray(value) ? value.filter((one) => one !== id) : value

/** The same one step below. */
const withoutMention = (value: Json, id: string): Json =>
  value !== null && typeof value === 'object' && 'incidents' in value
    ? { ...value, incidents: listWithout(value.incidents ?? [], id) }
    : value

/** Every list without what points to the record, every sentence without its id; another id may begin with the same letters. */
function withoutId(value: Json, id: string): Json {
  if (typeof value === 'string')
    return value.includes(id) ? value.replace(new RegExp(`${id}(?![a-z0-9-])`, 'g'), ERASED) : value
  if (Array.isArray(value)) return value.filter((one) => !pointsTo(one, id)).map((one) => withoutId(one, id))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutId(one, id)]))
}
