/** The people that one organisation recorded, with the basis that stands: no other learns of them, wall or no wall. */
import type { Basis, Person } from '../../core/person.ts'
import type { Store } from '../connect.ts'
import { loadBases, loadPeople } from './people.ts'

type Reader = Pick<Store, 'selectFrom'>
export type PersonKnown = {
  readonly person: Person
  /** The newest; null: none was ever recorded, so the name is never shown. */
  readonly basis: Basis | null
  readonly bases: readonly Basis[]
}

export async function personsKnown(store: Reader, organisation: string): Promise<readonly PersonKnown[]> {
  const [people, bases] = [await loadPeople(store, organisation), await loadBases(store, organisation)]
  return [...people.values()]
    .map((person) => {
      const own = bases.get(person.id) ?? []
      return { person, basis: own.at(-1) ?? null, bases: own }
    })
    .sort((a, b) => (a.person.names.en < b.person.names.en ? -1 : 1))
}
