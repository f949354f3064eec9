/** A total and the single incidents it covers, as decided; a total that covers an incident counts it already. */
import type { Store } from '../connect.ts'
import type { DecisionRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

const COVERS = 'covers:'
/** The field of the total under which is decided whether it covers this incident. */
export const coverFieldOf = (incident: string): string => `${COVERS}${incident}`

/** Of the newest decision on each field of one record: ids of the incidents it covers. */
export const coveredIn = (newest: ReadonlyMap<string, DecisionRow>): readonly string[] =>
  [...newest].flatMap(([field, row]) =>
    field.startsWith(COVERS) && row.held[0]?.value === true ? [field.slice(COVERS.length)] : [],
  )

/** Records that ever were said to cover one of these. */
export async function totalsOver(store: Reader, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('decisions')
    .select('record')
    .distinct()
    .where('record_kind', '=', 'incident')
    .where('field', 'in', ids.map(coverFieldOf))
    .execute()
  return rows.map((one) => one.record)
}

/** Both ways, as it stands now. */
export async function coversOf(
  store: Reader,
  id: string,
): Promise<readonly { readonly id: string; readonly toIt: boolean }[]> {
  const rows = await store
    .selectFrom('decisions')
    .select(['record', 'field', 'held'])
    .where('record_kind', '=', 'incident')
    .where((one) =>
      one.or([
        one('field', '=', coverFieldOf(id)),
        one.and([one('record', '=', id), one('field', 'like', `${COVERS}%`)]),
      ]),
    )
    .orderBy('event')
    .execute()
  const newest = new Map(rows.map((one) => [`${one.record} ${one.field}`, one]))
  return [...newest.values()].flatMap(({ record, field, held }) => {
    if (held[0]?.value !== true) return []
    return [record === id ? { id: field.slice(COVERS.length), toIt: false } : { id: record, toIt: true }]
  })
}
