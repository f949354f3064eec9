/** A person or an incident to be forgotten in; every testimony of theirs, or about it alone, erased, and what the others keep of it out. */
import type { Json } from '../../core/json.ts'
import type { Writer } from '../../store/append.ts'
import type { Store } from '../../store/connect.ts'
import { eraseIn } from '../../store/erase.ts'
import type { TestimonyRow } from '../../store/tables.ts'

type Reader = Pick<Store, 'selectFrom'>

/** Told by them, in whatever version: gone whole. */
export const testimoniesOf = (store: Reader, person: string): Promise<ReadonlySet<string>> =>
  testimoniesWhere(store, ({ speaker }) => 'person' in speaker && speaker.person === person)

/** That never told of anything else. */
export async function testimoniesAbout(store: Reader, incident: string): Promise<ReadonlySet<string>> {
  const others = await testimoniesWhere(store, ({ incidents }) => incidents.some((one) => one !== incident))
  const about = await testimoniesWhere(store, ({ incidents }) => incidents.includes(incident))
  return new Set([...about].filter((id) => !others.has(id)))
}

async function testimoniesWhere(
  store: Reader,
  isMeant: (row: Pick<TestimonyRow, 'speaker' | 'incidents'>) => boolean,
): Promise<ReadonlySet<string>> {
  const rows = await store.selectFrom('testimonies').select(['id', 'speaker', 'incidents']).execute()
  return new Set(rows.flatMap((one) => (isMeant(one) ? [one.id] : [])))
}

/** `rest`: what becomes of the words that stay. Returns how many rows were changed or removed. */
export async function eraseTestimonies(
  writer: Writer,
  gone: ReadonlySet<string>,
  rest: (value: Json) => Json,
): Promise<number> {
  const left = (row: Readonly<Record<string, unknown>>, columns: readonly string[]): object =>
    Object.fromEntries(columns.map((column) => [column, rest(row[column] as Json)]))
  let rows = 0
  rows += await eraseIn(writer, 'quotation_ends', (row) =>
    gone.has(String(row.testimony)) ? null : { ...row, ...left(row, ['why']) },
  )
  rows += await eraseIn(writer, 'quotations', (row) =>
    gone.has(String(row.testimony))
      ? null
      : { ...row, ...left(row, ['said', 'wording', 'shown', 'consent']) },
  )
  rows += await eraseIn(writer, 'testimonies', (row) =>
    gone.has(String(row.id))
      ? null
      : { ...row, ...left(row, ['speaker', 'interviewer', 'words', 'incidents']) },
  )
  return rows
}

/** What is quoted from it is forgotten with it, in every publication. */
export const isQuotedFrom = (id: string, gone: ReadonlySet<string>): boolean =>
  gone.has(id.split('/')[0] ?? '')
