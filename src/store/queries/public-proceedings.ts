/** Legal journeys as readers may see them: one by its id, those of a person, of an incident, of many. */

import { sql } from 'kysely'
import type { PublicProceeding } from '../../core/public-record.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>

/** Legal journeys of a person. */
export async function publicProceedingsFor(
  store: Reader,
  person: string,
): Promise<readonly PublicProceeding[]> {
  const needle = JSON.stringify({ person: { id: person } })
  const rows = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where(sql<boolean>`body @> ${needle}::jsonb`)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
}

export async function publicProceedingsOf(
  store: Reader,
  incident: string,
): Promise<readonly PublicProceeding[]> {
  const needle = JSON.stringify([incident])
  const rows = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where(sql<boolean>`incidents @> ${needle}::jsonb`)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
}

/** Proceedings with a stage in one of the incidents; all of them for null. */
export async function publicProceedingsAmong(
  store: Reader,
  incidents: readonly string[] | null,
): Promise<readonly PublicProceeding[]> {
  let query = store.selectFrom('public_proceedings').select('body')
  if (incidents !== null)
    query = query.where(
      sql<boolean>`jsonb_exists_any(incidents, array(select jsonb_array_elements_text(${JSON.stringify(incidents)}::jsonb)))`,
    )
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
}

export async function publicProceeding(store: Reader, id: string): Promise<PublicProceeding | null> {
  const row = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? (row.body as unknown as PublicProceeding) : null
}

export async function publicProceedingsAfter(
  store: Reader,
  after: string,
  limit: number,
): Promise<readonly PublicProceeding[]> {
  const rows = await store
    .selectFrom('public_proceedings')
    .select('body')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.body as unknown as PublicProceeding)
}

/** Whoever is named in a public journey. */
export async function personsTried(store: Reader): Promise<ReadonlySet<string>> {
  const rows = await store
    .selectFrom('public_proceedings')
    .select(sql<string | null>`body -> 'person' ->> 'id'`.as('person'))
    .distinct()
    .execute()
  return new Set(rows.flatMap((row) => row.person ?? []))
}
