/** One report with its text and blocks, the version of it that came before, and the passages of it that decisions stand on. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import type { Document } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import type { Store } from '../connect.ts'

/**
 * Words that somebody wrote down are told in records alone: whoever may read none of these does not learn that the words are
 * here. A report that came in belongs to all colleagues, whatever is sealed of what it tells.
 */
export const isFound = sql<boolean>`(exists (select 1 from sources came where came.id = documents.source and came.way is null)
  or exists (select 1 from tellings told where told.document = documents.id))`

export type StoredDocument = Pick<Document, 'text' | 'blocks' | 'language' | 'sha256'> & {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly publisher: string | null
  readonly organisation: string
  readonly event: number
}

export async function storedDocument(store: Store, id: string): Promise<StoredDocument | null> {
  const row = await store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select(['documents.id', 'documents.name', 'documents.text', 'documents.blocks', 'documents.sha256'])
    .select(['documents.language', 'documents.organisation', 'documents.event'])
    .select(['sources.title', 'sources.publisher'])
    .where('documents.id', '=', id)
    .where(isFound)
    .executeTakeFirst()
  return row
    ? { ...row, language: row.language as Document['language'], organisation: row.organisation ?? HOME }
    : null
}

export type Like = Pick<StoredDocument, 'name' | 'title' | 'publisher' | 'organisation' | 'sha256'> & {
  /** Entries of the log before this one; null: all there are. */
  readonly event: number | null
}

/**
 * The last report of the same organisation that came under the same name, or from a source of the same title and publisher,
 * with other bytes. Another organisation's reports are not looked at: an answer must not tell what they hold.
 */
export async function earlierVersion(store: Store, of: Like): Promise<string | null> {
  let query = store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select('documents.id')
    .where((one) => one.fn.coalesce('documents.organisation', one.val(HOME)), '=', of.organisation)
    .where('documents.sha256', '!=', of.sha256)
    // What was written by hand is no version of anything, whatever it is called.
    .where('sources.way', 'is', null)
    .where((one) =>
      one.or([
        one('documents.name', '=', of.name),
        one.and([
          one('sources.title', '=', of.title),
          one(one.fn.coalesce('sources.publisher', one.val('')), '=', of.publisher ?? ''),
        ]),
      ]),
    )
  if (of.event !== null) query = query.where('documents.event', '<', of.event)
  const row = await query.orderBy('documents.event', 'desc').orderBy('documents.id').executeTakeFirst()
  return row?.id ?? null
}

/** What a report is known by, without its words. */
export async function likeOf(store: Store, id: string): Promise<Like | null> {
  const row = await store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select(['documents.name', 'documents.sha256', 'documents.organisation', 'documents.event'])
    .select(['sources.title', 'sources.publisher'])
    .where('documents.id', '=', id)
    .where(isFound)
    .executeTakeFirst()
  return row ? { ...row, organisation: row.organisation ?? HOME } : null
}

/** Whether its words are the cells of a list; asked of the database, since the blocks of a long one are megabytes. */
export async function hasCells(store: Store, id: string): Promise<boolean> {
  const row = await store
    .selectFrom('documents')
    .select(sql<boolean>`jsonb_path_exists(blocks, '$[*].cells')`.as('cells'))
    .where('id', '=', id)
    .where(isFound)
    .executeTakeFirst()
  return row?.cells ?? false
}

/** Enough to find the same report in another file, few enough to be read while somebody waits. */
const MOST_ALIKE = 8

/** Reports of the same organisation, in the same language and about as long, the nearest first. */
export async function sameLength(
  store: Store,
  of: Pick<StoredDocument, 'text' | 'language' | 'organisation'>,
): Promise<readonly Pick<StoredDocument, 'id' | 'sha256' | 'text'>[]> {
  const length = sql<number>`length(text)`
  return store
    .selectFrom('documents')
    .select(['id', 'sha256', 'text'])
    .where((one) => one.fn.coalesce('organisation', one.val(HOME)), '=', of.organisation)
    .where('language', '=', of.language)
    .where(isFound)
    .where(length, '>=', Math.floor(of.text.length * 0.8))
    .where(length, '<=', Math.ceil(of.text.length * 1.25))
    .orderBy(sql`abs(length(text) - ${of.text.length})`)
    .orderBy('id')
    .limit(MOST_ALIKE)
    .execute()
}

/** Where records stand in a report. */
export async function tellingsOf(
  store: Store,
  document: string,
): Promise<readonly { readonly record: string; readonly span: Span }[]> {
  const rows = await store
    .selectFrom('tellings')
    .select(['record', 'start_at', 'end_at'])
    .where('document', '=', document)
    .orderBy('record')
    .orderBy('start_at')
    .execute()
  return rows.map(({ record, start_at, end_at }) => ({ record, span: { start: start_at, end: end_at } }))
}
