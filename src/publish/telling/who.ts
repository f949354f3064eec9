/** A public incident in, the subject of its sentence out: names that may be shown, a number of people, an organisation, or nobody. */
import { type Language, labelIn } from '../../core/language.ts'
import type { IncidentBody, PublicPerson } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { fill, has, listIn, numberIn, pattern } from './pattern.ts'
import { type Persons, personsTold } from './persons.ts'

/** `n` is what verbs agree with; `oneName` marks a person whose gender we do not know. */
export type Subject =
  | { readonly kind: 'people'; readonly text: string; readonly n: number; readonly oneName: boolean }
  | { readonly kind: 'organisation'; readonly text: string }
  | { readonly kind: 'nobody' }

/** A name as may be shown in one language, or null when it is held back. */
export function shownName(person: PublicPerson, language: Language): string | null {
  if (person.kind === 'named') return labelIn(person.name, language).text
  return person.kind === 'alias' ? person.text : null
}

/** Number words only for exact small numbers: «at least two» would need other cases in Russian. */
function counted(tell: Tell, n: number): string {
  const text = pattern(tell, 'people.exact', n)
  const word = has(tell, `count.${n}`) ? pattern(tell, `count.${n}`) : numberIn(tell, n)
  return fill(text, { n: word })
}

/** People as counted, in words: `two people`, `at least 50 people`, `30 to 40 people`. Null when nothing is known. */
export function peopleIn(persons: Persons, tell: Tell): { readonly text: string; readonly n: number } | null {
  const { min, max, qualifier } = persons
  const write = (key: string, n: number) => ({
    text: fill(pattern(tell, key, n), { n: numberIn(tell, n) }),
    n,
  })
  if (min === null) return max === null ? null : write('people.at_most', max)
  if (max === null) return write('people.at_least', min)
  if (min !== max) {
    const text = fill(pattern(tell, 'people.range', max), {
      min: numberIn(tell, min),
      n: numberIn(tell, max),
    })
    return { text, n: max }
  }
  return qualifier === 'about' || qualifier === 'estimate'
    ? write('people.about', min)
    : { text: counted(tell, min), n: min }
}

const NAMES = 2

/** Who suffered it; `act` is the act that leads. At most two names stand in a title; the rest are counted. */
export function subjectOf(incident: IncidentBody, act: string | null, tell: Tell): Subject {
  const persons = personsTold(incident, act)
  const names = incident.fields.people
    .filter((shown) => shown.value.harmed === true)
    .flatMap((shown) => shownName(shown.value, tell.language) ?? [])
  const exact =
    persons !== null && persons.min !== null && persons.min === persons.max && persons.qualifier === 'exact'
  // Beside a name, what was done to somebody else would be read as done to the one who is named.
  const isAboutThem = incident.fields.groups.length === 0 || act === 'killing' || act === 'death_in_custody'
  if (names.length > 0 && exact && persons.min !== null && isAboutThem) {
    const told = names.slice(0, NAMES)
    const others = persons.min - told.length
    if (others <= 0)
      return { kind: 'people', text: listIn(tell, told), n: told.length, oneName: told.length === 1 }
    const words = pattern(tell, 'who.and_others', others)
    const text = fill(words, { names: told.join(', '), n: numberIn(tell, others) })
    return { kind: 'people', text, n: persons.min, oneName: false }
  }
  const people = persons ? peopleIn(persons, tell) : null
  if (people) return { kind: 'people', ...people, oneName: false }
  const organisations = incident.fields.organisations.map((shown) => shown.value)
  if (organisations.length > 0)
    return { kind: 'organisation', text: listIn(tell, organisations.slice(0, NAMES)) }
  return { kind: 'nobody' }
}

/** True when the language tells one named person by nouns, since its verbs would need a gender. */
export const byNouns = (subject: Subject, tell: Tell): boolean =>
  subject.kind === 'people' && subject.oneName && pattern(tell, 'named.one') === 'noun'
