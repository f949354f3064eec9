/** Recorded persons as they stand: the newest names, and every basis in the order it was given. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import type { Basis, Person } from '../../core/person.ts'
import type { Store } from '../connect.ts'
import type { BasisRow } from '../tables.ts'
import { saidOfPersons } from './pairs.ts'

type Reader = Pick<Store, 'selectFrom'>
/** Rows older than compartments are the house's own. */
const OWNER = sql<string>`coalesce(organisation, ${HOME})`

/** Of every compartment that the store shows, or of one. */
export async function loadPeople(store: Reader, organisation?: string): Promise<ReadonlyMap<string, Person>> {
  const all = store.selectFrom('persons').selectAll().orderBy('event')
  const rows = await (organisation === undefined ? all : all.where(OWNER, '=', organisation)).execute()
  return new Map(rows.map(({ id, names, variants, pseudonym }) => [id, { id, names, variants, pseudonym }]))
}

export async function loadBases(
  store: Reader,
  organisation?: string,
): Promise<ReadonlyMap<string, readonly Basis[]>> {
  const all = store.selectFrom('bases').selectAll().orderBy('event')
  const rows = await (organisation === undefined ? all : all.where(OWNER, '=', organisation)).execute()
  const bases = new Map<string, Basis[]>()
  for (const row of rows) {
    const basis = basisOf(row)
    bases.set(row.person, [...(bases.get(row.person) ?? []), basis])
  }
  return bases
}

/** Of these persons alone, as far as the store shows them: the newest of theirs, and of everybody who was judged to be them. */
export async function newestBases(
  store: Reader,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly (Basis | null)[]>> {
  if (persons.length === 0) return new Map()
  const groups = judgedOne(await saidOfPersons(store)).bound
  const withOthers = (id: string): readonly string[] => groups.find((one) => one.includes(id)) ?? [id]
  const rows = await store
    .selectFrom('bases')
    .selectAll()
    .where('person', 'in', persons.flatMap(withOthers))
    .orderBy('event')
    .execute()
  const newest = new Map(rows.map((row) => [row.person, basisOf(row)]))
  return new Map(persons.map((id) => [id, withOthers(id).map((one) => newest.get(one) ?? null)]))
}

const basisOf = (row: BasisRow): Basis => ({
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
})

/** Every spelling of everybody on record, and of everybody whom a record names; those of one person, or of one name, in one list. */
export async function spellingsOfEverybody(store: Reader): Promise<readonly (readonly string[])[]> {
  const people = await store.selectFrom('persons').select(['id', 'names', 'variants']).execute()
  const byId = Map.groupBy(people, (one) => one.id)
  const onRecord = [...byId.values()].map((rows) => [
    ...new Set(
      rows.flatMap(({ names, variants }) =>
        [names.en, names.ru, names.kk, ...variants].filter((one) => one !== null),
      ),
    ),
  ])
  const claimed = await store
    .selectFrom('claims')
    .select('value')
    .distinct()
    .where('field', '=', 'person')
    .where('record', 'is not', null)
    .execute()
  // What stands on a claim of a rule has its record in the decision alone.
  const decided = await store.selectFrom('decisions').select('held').where('field', '=', 'person').execute()
  const values = [
    ...claimed.map((one) => one.value),
    ...decided.flatMap(({ held }) => held.map((one) => one.value)),
  ]
  const named = values.map((value) => {
    const { name, aliases } = value as unknown as { name?: string; aliases?: readonly string[] }
    return [...new Set([name ?? '', ...(aliases ?? [])])].filter((one) => one !== '')
  })
  const once = new Map(named.map((one) => [one.join('\n'), one]))
  return [...onRecord, ...once.values()].filter((one) => one.length > 0)
}
