/** The people that one organisation recorded, with the basis that stands: no other learns of them, wall or no wall. */
import { judgedOne } from '../../core/identity/judged-one.ts'
import type { Basis, Person } from '../../core/person.ts'
import type { Store } from '../connect.ts'
import { saidOfPersons } from './pairs.ts'
import { loadBases, loadPeople } from './people.ts'

type Reader = Pick<Store, 'selectFrom'>
export type PersonKnown = {
  readonly person: Person
  /** The newest; null: none was ever recorded, so the name is never shown. */
  readonly basis: Basis | null
  readonly bases: readonly Basis[]
  /** Ids of people on record whom somebody judged to be the same person: what binds one binds all. */
  readonly others: readonly string[]
  /** The newest of each of them, their own first. */
  readonly binding: readonly (Basis | null)[]
}

export async function personsKnown(store: Reader, organisation: string): Promise<readonly PersonKnown[]> {
  const [people, bases] = [await loadPeople(store, organisation), await loadBases(store, organisation)]
  const groups = judgedOne(await saidOfPersons(store)).bound
  return [...people.values()]
    .map((person) => {
      const own = bases.get(person.id) ?? []
      const group = groups.find((one) => one.includes(person.id)) ?? []
      const others = group.filter((one) => one !== person.id)
      const binding = [person.id, ...others].map((id) => bases.get(id)?.at(-1) ?? null)
      return { person, basis: own.at(-1) ?? null, bases: own, others, binding }
    })
    .sort((a, b) => (a.person.names.en < b.person.names.en ? -1 : 1))
}
