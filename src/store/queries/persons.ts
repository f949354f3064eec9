/** Recorded people with the basis that stands, as far as the wall lets whoever asks see. */
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

export async function personsKnown(store: Reader): Promise<readonly PersonKnown[]> {
  const [people, bases] = [await loadPeople(store), await loadBases(store)]
  return [...people.values()]
    .map((person) => {
      const own = bases.get(person.id) ?? []
      return { person, basis: own.at(-1) ?? null, bases: own }
    })
    .sort((a, b) => (a.person.names.en < b.person.names.en ? -1 : 1))
}
