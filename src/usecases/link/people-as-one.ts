/** The store in; which people on record are one person, by what was judged of them and of names in records, out. */
import type { JudgedOne } from '../../core/identity/judged-one.ts'
import { asOnePerson, leads, onePerson } from '../../core/identity/one-person.ts'
import type { Person } from '../../core/person.ts'
import type { Store } from '../../store/connect.ts'
import { inOrderRecorded, saidOfNames, saidOfPersons } from '../../store/queries/pairs.ts'

type Reader = Pick<Store, 'selectFrom'>

export async function peopleAsOne(store: Reader): Promise<JudgedOne> {
  const said = await saidOfPersons(store)
  // Nearly always nothing was said, and names are many.
  return onePerson(said, said.length === 0 ? [] : await saidOfNames(store))
}

export type PeopleShown = {
  /** Id of a person who is shown as another → the id they are shown under. */
  readonly into: ReadonlyMap<string, string>
  readonly withNamesOfAll: (people: ReadonlyMap<string, Person>) => ReadonlyMap<string, Person>
}

/** Who was recorded first keeps the id. `groups`: those that readers see as one, or those that colleagues do. */
export async function shownAs(store: Reader, groups: readonly (readonly string[])[]): Promise<PeopleShown> {
  const ordered = await Promise.all(groups.map((group) => inOrderRecorded(store, group)))
  const withNamesOfAll = (people: ReadonlyMap<string, Person>): ReadonlyMap<string, Person> => {
    if (ordered.length === 0) return people
    const all = new Map(people)
    for (const group of ordered) {
      const [first, ...rest] = group.flatMap((id) => people.get(id) ?? [])
      if (first) all.set(first.id, asOnePerson([first, ...rest]))
    }
    return all
  }
  return { into: leads(ordered), withNamesOfAll }
}
