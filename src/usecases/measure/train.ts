/** Somebody who learns in; passages whose records are settled, one of them to be coded blind, and how far they agreed, out. No record changes, and no count reads it. */
import { createHash, randomBytes } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import type { Fault } from '../../core/faults.ts'
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import type { Incident } from '../../core/record.ts'
import type { ReviewRow, RowFault } from '../../core/review-row.ts'
import { SCALED_FIELDS, type ScaledField } from '../../core/scaled-fields.ts'
import { type Coding, likeness } from '../../measure/agreement/fields.ts'
import { anchorsOf } from '../../review/anchors.ts'
import { wantedFields } from '../../review/decided-values.ts'
import { settledRows, trainingsOf } from '../../store/queries/trainings.ts'
import type { IncidentRow, TrainingRow } from '../../store/tables.ts'
import { type Context, packOf } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { mayRead, targetOf } from '../permit.ts'
import { understood } from '../review/foresee.ts'
import type { PassageView } from '../review/read-passage.ts'
import { faultsIn } from '../review/save-passage.ts'
import { blindPassage } from '../second/read-blind.ts'
import { codingOf, codingOfWanted } from './codings.ts'
import { permitMeasure } from './counted-rows.ts'

export type Scored = {
  readonly field: ScaledField
  /** 1: the same; 0: nothing in common. */
  readonly score: number
  readonly typed: Coding
  readonly settled: Coding
}
export type Trained =
  | { readonly kind: 'scored'; readonly record: string; readonly scores: readonly Scored[] }
  | { readonly kind: 'faults'; readonly rows: readonly RowFault[]; readonly faults: readonly Fault[] }

/** The id of a record tells its day: a passage is asked for by a key that tells nothing, another for each who learns. */
const keyOf = (context: Context, id: string): string =>
  createHash('sha256')
    .update(`${context.actor?.account ?? 'operator'} ${id}`)
    .digest('hex')
    .slice(0, 12)

/** Coded, verified by a second person, and not by whoever learns: only material that they may read anyway. */
async function settled(context: Context): Promise<ReadonlyMap<string, IncidentRow>> {
  permitMeasure(context)
  const handle = context.actor?.handle ?? ''
  const rows = (await settledRows(context.store)).filter(
    (row) => !row.coders.includes(handle) && mayRead(context, 'team', targetOf(row)),
  )
  return new Map(
    rows
      .map((row): readonly [string, IncidentRow] => [keyOf(context, row.id), row])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

export type Training = {
  /** Keys of passages that were not coded yet, in an order by chance. */
  readonly open: readonly string[]
  readonly done: readonly TrainingRow[]
}

export async function readTraining(context: Context): Promise<Training> {
  const all = await settled(context)
  const done = await trainingsOf(context.house, context.actor?.account ?? '')
  const coded = new Set(done.map((one) => one.record))
  return { open: [...all].flatMap(([key, row]) => (coded.has(row.id) ? [] : [key])), done }
}

export async function readPractice(context: Context, key: string, language: Language): Promise<PassageView> {
  const telling = ((await settled(context)).get(key)?.body as unknown as Incident | undefined)?.tellings[0]
  if (!telling) throw refuse('record.unknown', { id: key }, key)
  return blindPassage(context, telling, language)
}

export async function scorePractice(
  context: Context,
  key: string,
  view: PassageView,
  rows: readonly ReviewRow[],
): Promise<Trained> {
  const row = (await settled(context)).get(key)
  if (!row) throw refuse('record.unknown', { id: key }, key)
  const { lists, faults } = understood(context, view, rows)
  const { document, passage } = view
  const line = {
    ...{ record: 'second', id: row.id, country: document.country, document: document.id },
    ...{ ...anchorsOf(document.text, passage.span), ...lists },
    ...{ by: context.actor?.handle ?? 'operator', at: context.clock.now() },
  }
  const wrong = faultsIn(context, line)
  if (faults.length + wrong.length > 0) return { kind: 'faults', rows: faults, faults: wrong }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  if (decided.record !== 'second') throw new Error('a practice is read as a second reading')
  const pack = packOf(context.knowledge, document.country)
  const people = new Map(view.people.map(({ person }) => [person.id, person]))
  const typed = codingOfWanted([...wantedFields(decided, pack, people).values()].flat())
  const stands = codingOf(row.body as unknown as Incident, document.id)
  const isFilled = (field: ScaledField): boolean => Boolean(typed[field]?.length || stands[field]?.length)
  const scores = SCALED_FIELDS.filter(isFilled).map((field) => ({
    ...{ field, typed, settled: stands },
    score: likeness(field, typed, stands, pack),
  }))
  await keep(context, row.id, scores)
  return { kind: 'scored', record: row.id, scores }
}

/** Scores alone: what was typed may name people, and nothing needs it. */
async function keep(context: Context, record: string, scores: readonly Scored[]): Promise<void> {
  if (context.actor === null) return
  await context.house
    .insertInto('trainings')
    .values({
      ...{ id: randomBytes(16).toString('hex'), account: context.actor.account, record },
      done_at: context.clock.now(),
      fields: JSON.stringify(scores.map(({ field, score }) => ({ field, score }))) as never,
    })
    .execute()
}
