/** Publications as readers have them: one by its id, those of a country or of all, the newest first, those that hold some words. */
import { sql } from 'kysely'
import type { Public } from '../../core/public-record.ts'
import type { PublicTerm } from '../../core/public-search.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>
/** The brand survives storage: only what withholding made is written to the table. `T`: of the stage that renders it. */
const bodyOf = <T>(row: { readonly body: unknown }): Public<T> => row.body as Public<T>

export async function publicPublication<T>(store: Reader, id: string): Promise<Public<T> | null> {
  const row = await store
    .selectFrom('public_publications')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? bodyOf<T>(row) : null
}

export async function publicPublications<T>(
  store: Reader,
  country: string | null = null,
): Promise<readonly Public<T>[]> {
  const all = store.selectFrom('public_publications').select('body')
  const asked = country === null ? all : all.where('country', '=', country)
  const rows = await asked.orderBy('updated', 'desc').orderBy('id').execute()
  return rows.map((row) => bodyOf<T>(row))
}

/** Every term begins a word of it, or is a form of one; the newest first. */
export async function publicPublicationsSaying<T>(
  store: Reader,
  { country, terms, limit }: { country: string | null; terms: readonly PublicTerm[]; limit: number },
): Promise<readonly Public<T>[]> {
  if (terms.length === 0) return []
  const says = ({ folded, bases }: PublicTerm) => {
    const begins = /^\p{N}+$/u.test(folded) ? ` ${folded} ` : ` ${folded}`
    const all = [begins, ...bases.map((base) => ` ${base} `)]
    return sql<boolean>`(${sql.join(
      all.map((one) => sql`strpos(words, ${one}) > 0`),
      sql` or `,
    )})`
  }
  let rows = store.selectFrom('public_publications').select('body')
  if (country !== null) rows = rows.where('country', '=', country)
  for (const term of terms) rows = rows.where(says(term))
  const found = await rows.orderBy('updated', 'desc').orderBy('id').limit(limit).execute()
  return found.map((row) => bodyOf<T>(row))
}
