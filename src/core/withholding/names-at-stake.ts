/** An incident, the people on record in; every spelling of a name that its free texts might give away out. */
import type { Person } from '../person.ts'
import { everySaid, type Incident } from '../record.ts'

/**
 * All names of those in the incident, claimed or recorded; of everybody else on record the words that are no place or body
 * as well, so that a town is not held back everywhere because somebody bears its name.
 */
export function namesAtStake(
  incident: Incident,
  people: ReadonlyMap<string, Person>,
  isPlaceOrBody: (words: string) => boolean,
): readonly { readonly name: string }[] {
  const held = everySaid(incident, 'person')
  const here = new Set(held.map((one) => one.person))
  const claimed = held.flatMap((one) => [one.value.name, ...one.value.aliases])
  const recorded = [...people.values()].flatMap((person) =>
    here.has(person.id)
      ? spellingsOf(person)
      : spellingsOf(person)
          .flatMap((name) => name.split(/\s+/))
          .filter((word) => !isPlaceOrBody(word)),
  )
  return [...claimed, ...recorded].map((name) => ({ name }))
}

const spellingsOf = ({ names, variants }: Person): readonly string[] =>
  [names.en, names.ru, names.kk, ...variants].filter((one) => one !== null)
