/** What the workspace shows: documents with how much was proposed and decided, and one document with its proposals. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import { type Recognised, recognisedIn } from '../../core/recognition.ts'
import type { Store } from '../connect.ts'
import { type Proposed, proposalsOf } from './claims.ts'
import { isFound } from './documents.ts'

export type DeskRow = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly language: string
  readonly drafts: number
  readonly decided: number
}
/** Without what rules read in it: of a long list that is most of what there is, and few pages show more than a little. */
export type DeskText = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly language: string
  readonly text: string
  readonly sha256: string
  readonly country: string
  readonly organisation: string
  readonly drafts: readonly Pick<Proposed, 'span' | 'rule'>[]
  /** Where a machine read the words in pictures; null where it did not. */
  readonly recognised: Recognised | null
  /** The newest reading, of which the drafts are; empty where there is none. */
  readonly reading: string
  /** Another one as soon as anything in the text is forgotten. */
  readonly nonce: string
}
export type DeskDocument = Omit<DeskText, 'drafts' | 'reading' | 'nonce'> & {
  readonly drafts: readonly Proposed[]
}

/** Of one organisation: no other learns what came in, wall or no wall. */
export async function deskDocuments(store: Store, organisation: string): Promise<readonly DeskRow[]> {
  const rows = await store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .innerJoin('readings', 'readings.document', 'documents.id')
    .select(['documents.id', 'documents.name', 'documents.language', 'sources.title'])
    .select(sql<number>`jsonb_array_length(readings.drafts)`.as('drafts'))
    // A report read anew has several readings; the newest is the one that is reviewed.
    .where('readings.event', '=', (one) =>
      one
        .selectFrom('readings as newer')
        .select((newest) => newest.fn.max('newer.event').as('event'))
        .whereRef('newer.document', '=', 'documents.id'),
    )
    .where((one) => one.fn.coalesce('documents.organisation', one.val(HOME)), '=', organisation)
    .where(isFound)
    .orderBy('documents.event', 'desc')
    .execute()
  const told = await store
    .selectFrom('tellings')
    .select((one) => ['document', one.fn.count<number>('record').distinct().as('n')])
    .groupBy('document')
    .execute()
  const decided = new Map(told.map((one) => [one.document, Number(one.n)]))
  return rows.map((row) => ({
    ...row,
    decided: decided.get(row.id) ?? 0,
  }))
}

export async function deskText(store: Store, id: string): Promise<DeskText | null> {
  const row = await store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select(['documents.id', 'documents.name', 'documents.language', 'documents.text', 'sources.title'])
    .select(['documents.sha256', 'documents.organisation', 'documents.country', 'documents.reader'])
    .select('documents.nonce')
    .where('documents.id', '=', id)
    .where(isFound)
    .executeTakeFirst()
  if (!row) return null
  const newest = await store
    .selectFrom('readings')
    .select(['id', 'drafts'])
    .where('document', '=', id)
    .orderBy('event', 'desc')
    .executeTakeFirst()
  const { reader, organisation, ...rest } = row
  // Blocks of a long list are megabytes: they are asked for only where they say how sure a machine was.
  const recognised = reader.includes('ocr@') ? await recognisedOf(store, id) : null
  return {
    ...rest,
    organisation: organisation ?? HOME,
    drafts: newest?.drafts ?? [],
    reading: newest?.id ?? '',
    recognised,
  }
}

export async function deskDocument(store: Store, id: string): Promise<DeskDocument | null> {
  const text = await deskText(store, id)
  if (!text) return null
  const { reading: _, nonce: __, ...rest } = text
  return { ...rest, drafts: await proposalsOf(store, id) }
}

async function recognisedOf(store: Store, id: string): Promise<Recognised | null> {
  const row = await store.selectFrom('documents').select('blocks').where('id', '=', id).executeTakeFirst()
  return recognisedIn(row?.blocks ?? [])
}
