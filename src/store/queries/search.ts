/** Terms in; records and texts that hold every one of them, as far as the wall lets whoever asks see, out. */
import { type Expression, type SqlBool, sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import type { Term } from '../../core/search.ts'
import { PLACE_MARK, SOUND_MARK } from '../../core/sought.ts'
import type { Span } from '../../core/span.ts'
import type { Store } from '../connect.ts'
import type { IncidentRow } from '../tables.ts'
import { isFound } from './documents.ts'
import { RECORD_COLUMNS } from './records.ts'

type Reader = Pick<Store, 'selectFrom'>
export type RecordsSought = {
  readonly terms: readonly Term[]
  readonly state: string | null
  readonly tier: string | null
  readonly from: string | null
  readonly to: string | null
  readonly place: string | null
  readonly limit: number
  readonly offset: number
}

const likely = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** By the letters a word begins with, by its sound among names, or by its stem in English or Russian. */
function saysTerm({ folded, sound }: Term): Expression<SqlBool> {
  const bySound = sound === null ? sql`` : sql` or sought like ${`% ${SOUND_MARK}${likely(sound)}%`}`
  return sql<SqlBool>`(sought like ${`% ${likely(folded)}%`}${bySound} or stems @@ plainto_tsquery('english', ${folded})
    or stems @@ plainto_tsquery('russian', ${folded}))`
}

export async function recordsSought(store: Reader, asked: RecordsSought): Promise<readonly IncidentRow[]> {
  let query = store.selectFrom('incidents').select(RECORD_COLUMNS)
  for (const term of asked.terms) query = query.where(saysTerm(term))
  if (asked.state !== null) query = query.where('state', '=', asked.state)
  if (asked.tier !== null) query = query.where('tier', '=', asked.tier)
  if (asked.place !== null) query = query.where('sought', 'like', `% ${PLACE_MARK}${likely(asked.place)} %`)
  const [from, to] = [asked.from, asked.to]
  // A record whose day is not known lies in no period, and is not hidden by one that is open at both ends.
  if (from !== null) query = query.where(({ fn }) => fn.coalesce('date_to', 'date_from'), '>=', from)
  if (to !== null) query = query.where(({ fn }) => fn.coalesce('date_from', 'date_to'), '<=', to)
  const rows = await query
    .orderBy(
      ({ fn }) => fn.coalesce('date_from', 'date_to'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  return rows as unknown as readonly IncidentRow[]
}

export type TextFound = {
  readonly document: string
  readonly title: string
  readonly name: string
  readonly language: string
  readonly organisation: string
  readonly text: string
  readonly spans: readonly Span[]
}
export type TextsSought = {
  readonly terms: readonly Term[]
  readonly organisation: string
  /** In what they say, or in what they are called. */
  readonly where: 'text' | 'title'
  readonly limit: number
  readonly offset: number
}

/** Newest first. Of another organisation none: wall or no wall. */
export async function textsSought(store: Reader, asked: TextsSought): Promise<readonly TextFound[]> {
  const within =
    asked.where === 'text'
      ? sql`documents.text`
      : sql`sources.title || ' ' || coalesce(sources.publisher, '') || ' ' || documents.name`
  let query = store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select([
      'documents.id as document',
      'documents.name',
      'documents.language',
      'documents.text',
      'sources.title',
    ])
    .select(({ fn, val }) => fn.coalesce('documents.organisation', val(HOME)).as('organisation'))
    .where(({ fn, val }) => fn.coalesce('documents.organisation', val(HOME)), '=', asked.organisation)
    .where(isFound)
  for (const { pattern } of asked.terms)
    query = query.where(sql<boolean>`lower(${within}) ~ ${`\\m${pattern}`}`)
  const rows = await query
    .orderBy('documents.event', 'desc')
    .orderBy('documents.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  if (rows.length === 0 || asked.where === 'title') return rows.map((row) => ({ ...row, spans: [] }))
  const readings = await store
    .selectFrom('readings')
    .distinctOn('document')
    .select(['document', 'drafts'])
    .where(
      'document',
      'in',
      rows.map((one) => one.document),
    )
    .orderBy('document')
    .orderBy('event', 'desc')
    .execute()
  const spans = new Map(readings.map((one) => [one.document, one.drafts.map((draft) => draft.span)]))
  return rows.map((row) => ({ ...row, spans: spans.get(row.document) ?? [] }))
}
