/** The newest texts of one organisation with what rules proposed in each, and the claims of some of those proposals. */
import { HOME } from '../../core/access.ts'
import type { Claim } from '../../core/claim.ts'
import type { Span } from '../../core/span.ts'
import type { Store } from '../connect.ts'
import { toClaim } from './claims.ts'
import { isFound } from './documents.ts'

type Reader = Pick<Store, 'selectFrom'>
export type OpenText = {
  readonly document: string
  readonly reading: string
  readonly title: string
  readonly language: string
  readonly country: string
  readonly text: string
  readonly spans: readonly Span[]
}

export async function newestTexts(
  store: Reader,
  organisation: string,
  limit: number,
): Promise<readonly OpenText[]> {
  const rows = await store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select([
      'documents.id as document',
      'documents.language',
      'documents.country',
      'documents.text',
      'sources.title',
    ])
    .where((one) => one.fn.coalesce('documents.organisation', one.val(HOME)), '=', organisation)
    .where(isFound)
    .orderBy('documents.event', 'desc')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const readings = await store
    .selectFrom('readings')
    .distinctOn('document')
    .select(['id', 'document', 'drafts'])
    .where(
      'document',
      'in',
      rows.map((one) => one.document),
    )
    .orderBy('document')
    .orderBy('event', 'desc')
    .execute()
  const newest = new Map(readings.map((one) => [one.document, one]))
  return rows.flatMap((row) => {
    const reading = newest.get(row.document)
    return reading ? [{ ...row, reading: reading.id, spans: reading.drafts.map((one) => one.span) }] : []
  })
}

export async function claimsOfDrafts(
  store: Reader,
  reading: string,
  drafts: readonly number[],
): Promise<ReadonlyMap<number, readonly Claim[]>> {
  if (drafts.length === 0) return new Map()
  const rows = await store
    .selectFrom('claims')
    .selectAll()
    .where('reading', '=', reading)
    .where('draft', 'in', drafts)
    .orderBy('draft')
    .orderBy('start_at')
    .orderBy('id')
    .execute()
  const found = new Map<number, Claim[]>()
  for (const row of rows) {
    const own = found.get(row.draft ?? -1) ?? []
    own.push(toClaim(row))
    found.set(row.draft ?? -1, own)
  }
  return found
}
