/** Records in; which original collectors documented each of them out. */
import { collectorKey } from '../../core/collectors.ts'
import type { Store } from '../connect.ts'

/** The field under which is decided who collected first what this document tells of a record. */
export const collectorFieldOf = (document: string): string => `collector:${document}`

export type Documented = {
  readonly document: string
  readonly title: string
  /** As said of this record, else as said of the source; null: nobody said. */
  readonly collector: string | null
  readonly publisher: string | null
  /** What sources that are one witness share (see `collectorKey`); null: nobody knows who stands behind it. */
  readonly key: string | null
}

/**
 * Of all records, or of those asked for: every document that tells a record, with its original collector, in the order they
 * were added. Two with one key are one witness. For capture histories: `new Set(list.map((one) => one.key))` is who captured the
 * record; leave out null, which is nobody in particular. Records that are one event are listed each by itself: join their lists
 * by `judgedOne` (core/identity) first. Newest decisions, whether or not they were cleared; reads as far as the wall lets.
 */
export async function collectorsOf(
  store: Pick<Store, 'selectFrom'>,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, readonly Documented[]>> {
  if (ids?.length === 0) return new Map()
  const told = store
    .selectFrom('tellings')
    .innerJoin('documents', 'documents.id', 'tellings.document')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select([
      'tellings.record',
      'tellings.document',
      'sources.title',
      'sources.collector',
      'sources.publisher',
    ])
    .orderBy('tellings.event')
  const said = store
    .selectFrom('decisions')
    .select(['record', 'field', 'held'])
    .where('record_kind', '=', 'incident')
    .where('field', 'like', `${collectorFieldOf('')}%`)
    .orderBy('event')
  const rows = await (ids ? told.where('tellings.record', 'in', ids) : told).execute()
  const decided = new Map(
    (await (ids ? said.where('record', 'in', ids) : said).execute()).map(
      (one) => [`${one.record} ${one.field}`, one.held[0]?.value ?? null] as const,
    ),
  )
  const found = new Map<string, Map<string, Documented>>()
  for (const { record, collector: ofSource, ...row } of rows) {
    const own = decided.get(`${record} ${collectorFieldOf(row.document)}`)
    const collector = own === undefined ? ofSource : typeof own === 'string' ? own : null
    const documents = found.get(record) ?? new Map<string, Documented>()
    documents.set(row.document, { ...row, collector, key: collectorKey({ ...row, collector }) })
    found.set(record, documents)
  }
  return new Map([...found].map(([record, documents]) => [record, [...documents.values()]]))
}
