/** Ids of records and reports in; the passages that belong to them, with their words, out. */
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>
export type PassageAt = { readonly document: string; readonly at: number; readonly words: string }

/** Of a report in which no passage was found, how it begins. */
const BEGINNING = 3_000

/** As far as the store shows them. `but`: reports whose passages are left out. */
export async function passagesAt(
  store: Reader,
  named: readonly string[],
  but: ReadonlySet<string>,
): Promise<readonly PassageAt[]> {
  if (named.length === 0) return []
  const told = await store
    .selectFrom('tellings')
    .select(['document', 'start_at', 'end_at'])
    .where((one) => one.or([one('record', 'in', named), one('document', 'in', named)]))
    .execute()
  const ids = [...new Set([...named, ...told.map((one) => one.document)])].filter((id) => !but.has(id))
  if (ids.length === 0) return []
  const texts = await store.selectFrom('documents').select(['id', 'text']).where('id', 'in', ids).execute()
  const readings = await store
    .selectFrom('readings')
    .select(['document', 'drafts'])
    .where('document', 'in', named)
    .orderBy('event')
    .execute()
  const proposed = new Map(readings.map((one) => [one.document, one.drafts]))
  return texts.flatMap(({ id, text }) => {
    const spans = [
      ...told.filter((one) => one.document === id).map((one) => [one.start_at, one.end_at] as const),
      ...(proposed.get(id) ?? []).map(({ span }) => [span.start, span.end] as const),
    ]
    const all = spans.length === 0 && named.includes(id) ? [[0, BEGINNING] as const] : spans
    return [...new Map(all)].map(([at, end]) => ({ document: id, at, words: text.slice(at, end) }))
  })
}

/** Reports that somebody brought in after a moment (ISO): they know them. */
export async function broughtIn(house: Reader, by: string, since: string): Promise<ReadonlySet<string>> {
  const rows = await house
    .selectFrom('events')
    .select('object')
    .where('use_case', '=', 'import-report')
    .where('actor', '=', by)
    .where('at', '>', since)
    .execute()
  return new Set(rows.flatMap((one) => one.object ?? []))
}
