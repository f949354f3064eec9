/** A person in a record with the level allowed in, as much of them as may be shown at it out. */
import type { Person, ShowLevel } from '../person.ts'
import type { PublicPerson } from '../public-record.ts'
import type { Held } from '../record.ts'
import type { PersonValue } from '../values.ts'
import type { MayRead } from './public-values.ts'

export type PeopleShown = {
  readonly people: ReadonlyMap<string, Person>
  /** Words for what people do that point at nobody («activist»): the only roles shown for a person not named. */
  readonly generalRoles: ReadonlySet<string>
}

/** `level`: what the naming rules and the person's basis allow in this record. */
export function publicPerson(
  held: Held<'person'>,
  level: ShowLevel,
  given: PeopleShown,
  mayRead: MayRead,
): PublicPerson {
  const { harmed } = held.value
  const role = roleOf(held.value, level, given, mayRead)
  const person = held.person === null ? undefined : given.people.get(held.person)
  if (!person || level === 'never') return { kind: 'withheld', role, harmed }
  if (level === 'name') return { kind: 'named', id: person.id, name: person.names, role, harmed }
  const text = level === 'initials' ? initialsOf(person.names.en) : person.pseudonym
  return text === null ? { kind: 'withheld', role, harmed } : { kind: 'alias', text, role, harmed }
}

/** A role can point at one person («editor of the town’s paper»): without a name only general ones are shown. */
function roleOf(value: PersonValue, level: ShowLevel, given: PeopleShown, mayRead: MayRead): string | null {
  if (value.role === null || !mayRead(value.role)) return null
  return level === 'name' || given.generalRoles.has(value.role.toLowerCase()) ? value.role : null
}

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}.`)
    .join(' ')
