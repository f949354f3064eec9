/** A country in, its legal analyses out: of one id the newest counts. */
import { HOME } from '../../core/access.ts'
import type { Store } from '../connect.ts'
import type { AnalysisRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

/** By id; what another organisation wrote is another's, even under the same id. */
export async function analysesOf(store: Reader, country: string): Promise<readonly AnalysisRow[]> {
  const rows = await store
    .selectFrom('analyses')
    .selectAll()
    .where('country', '=', country)
    .orderBy('event')
    .execute()
  const newest = new Map(rows.map((one) => [`${one.organisation ?? HOME} ${one.id}`, one]))
  return [...newest.values()].sort((a, b) => a.id.localeCompare(b.id))
}

/** Every name that a claim gives to somebody, of all incidents or of one. */
export async function namesClaimed(store: Reader, incident?: string): Promise<readonly string[]> {
  let query = store.selectFrom('claims').select('value').distinct().where('field', '=', 'person')
  if (incident !== undefined) query = query.where('record', '=', incident)
  const rows = await query.execute()
  return rows.flatMap(({ value }) => {
    const { name, aliases } = Object(value) as { name?: unknown; aliases?: unknown }
    return [name, ...(Array.isArray(aliases) ? aliases : [])].flatMap((one) =>
      typeof one === 'string' ? one : [],
    )
  })
}
