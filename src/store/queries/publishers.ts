/** What was last said of each publisher whose reports one organisation holds: asked once, offered again. */
import { HOME } from '../../core/access.ts'
import type { Store } from '../connect.ts'
import { isFound } from './documents.ts'

export type Standing = {
  /** Of the source it was said of. */
  readonly id: string
  readonly publisher: string
  readonly collector: string | null
  readonly licence: string | null
  readonly reliability: string
}

export async function standingDetails(store: Store, organisation: string): Promise<readonly Standing[]> {
  const rows = await store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .distinctOn('sources.publisher')
    .select(['sources.id', 'sources.publisher', 'sources.collector', 'sources.licence'])
    .select('sources.reliability_of_source as reliability')
    .where('sources.publisher', 'is not', null)
    .where((one) => one.fn.coalesce('documents.organisation', one.val(HOME)), '=', organisation)
    .where(isFound)
    .orderBy('sources.publisher')
    .orderBy('documents.event', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, publisher: row.publisher ?? '' }))
}
