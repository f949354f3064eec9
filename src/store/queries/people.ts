/** Recorded persons as they stand: the newest names, and every basis in the order it was given. */
import type { Basis, Person } from '../../core/person.ts'
import type { Store } from '../connect.ts'

export async function loadPeople(store: Pick<Store, 'selectFrom'>): Promise<ReadonlyMap<string, Person>> {
  const rows = await store.selectFrom('persons').selectAll().orderBy('event').execute()
  return new Map(rows.map(({ id, names, variants, pseudonym }) => [id, { id, names, variants, pseudonym }]))
}

export async function loadBases(
  store: Pick<Store, 'selectFrom'>,
): Promise<ReadonlyMap<string, readonly Basis[]>> {
  const rows = await store.selectFrom('bases').selectAll().orderBy('event').execute()
  const bases = new Map<string, Basis[]>()
  for (const row of rows) {
    const basis = {
      person: row.person,
      kind: row.kind as Basis['kind'],
      level: row.level as Basis['level'],
      // Rows older than the question were given to any reader.
      to: (row.shown_to ?? 'public') as Basis['to'],
      beyond: (row.beyond ?? 'never') as Basis['beyond'],
      reason: row.reason,
      givenHow: row.given_how,
      givenOn: row.given_on,
      recordedOn: row.recorded_on,
      reviewBy: row.review_by,
      by: row.by,
    }
    bases.set(row.person, [...(bases.get(row.person) ?? []), basis])
  }
  return bases
}
