/** What was said of people on record and of names in records in; who is one person, and who readers see as one, out. */
import type { Person } from '../person.ts'
import { type Held, heldOf, type Incident } from '../record.ts'
import { type JudgedOne, judgedOne } from './judged-one.ts'
import { type PairStanding, type SaidOfPair, standingPairs } from './pairs.ts'

/**
 * A name that is one person and was judged not to be another keeps the two apart as a judgement on them does. `ofNames`: claims
 * left, persons right; a name is the person it was last judged to be, since a decision that names another takes nothing back.
 */
export function onePerson(said: readonly SaidOfPair[], ofNames: readonly SaidOfPair[]): JudgedOne {
  const standing = [...standingPairs(ofNames).values()]
  const newest = new Map<string, PairStanding>()
  for (const one of standing) {
    const known = newest.get(one.left)
    if (one.verdict === 'same' && (!known || known.first.at <= one.first.at)) newest.set(one.left, one)
  }
  return judgedOne(
    said,
    standing.filter((one) => one.verdict === 'different' || newest.get(one.left) === one),
  )
}

/** Groups with the first of each leading → whom each of the others is shown as. */
export const leads = (groups: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map(groups.flatMap(([first = '', ...others]) => others.map((one) => [one, first] as const)))

/** Every name of the first that it has in each language, else one of the others'; all spellings of all of them. */
export function asOnePerson(members: readonly [Person, ...Person[]]): Person {
  const [first, ...others] = members
  if (others.length === 0) return first
  const of = (language: keyof Person['names']): string | null =>
    members.map((one) => one.names[language]).find((one) => one !== null) ?? null
  const names = { en: first.names.en, ru: of('ru'), kk: of('kk') }
  const own = new Set([names.en, names.ru, names.kk])
  const spellings = members.flatMap((one) => [one.names.en, one.names.ru, one.names.kk, ...one.variants])
  const variants = [...new Set(spellings)].flatMap((one) => (one === null || own.has(one) ? [] : [one]))
  return {
    id: first.id,
    names,
    variants,
    pseudonym: members.map((one) => one.pseudonym).find((one) => one !== null) ?? null,
  }
}

/** Whoever stands in the record under two ids that are one stands there once, with the names and on the claims of both. */
export function withOnePerson(incident: Incident, into: ReadonlyMap<string, string>): Incident {
  if (!heldOf(incident, 'person').some((one) => into.has(one.person ?? ''))) return incident
  const rulings = incident.rulings.map((ruling) =>
    ruling.field === 'person'
      ? { ...ruling, values: joined(ruling.values as readonly Named[], into) }
      : ruling,
  )
  return { ...incident, rulings }
}

type Named = Held<'person'>

/** Where one of them was harmed and the other was not, both stand: somebody has to look. */
function joined(values: readonly Named[], into: ReadonlyMap<string, string>): readonly Named[] {
  const made: { readonly ids: ReadonlySet<string>; readonly held: Named }[] = []
  for (const held of values) {
    const id = held.person ?? ''
    const person = into.get(id) ?? held.person
    const at = made.findIndex(
      (one) =>
        person !== null &&
        one.held.person === person &&
        !one.ids.has(id) &&
        one.held.value.harmed === held.value.harmed,
    )
    const twin = made[at]
    if (twin) made[at] = { ids: new Set([...twin.ids, id]), held: both(twin.held, held) }
    else made.push({ ids: new Set([id]), held: { ...held, person } })
  }
  return made.map((one) => one.held)
}

function both(a: Named, b: Named): Named {
  const names = [...a.value.aliases, b.value.name, ...b.value.aliases]
  const aliases = [...new Set(names)].filter((one) => one !== a.value.name)
  const claims = [...new Map([...a.claims, ...b.claims].map((one) => [one.id, one])).values()]
  return { ...a, claims, value: { ...a.value, aliases, role: a.value.role ?? b.value.role } }
}
