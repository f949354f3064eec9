/** Records that tell one event in, the first of them the one whose id stays; one record with the values of all, each on its own claims, out. */
import { foldName } from '../names/fold.ts'
import { type Held, heldOf, type Incident, type Ruling } from '../record.ts'
import { FIELDS, type Field, type PenaltyValue, type Values } from '../values.ts'

/** Fields on which two sources cannot both be right unless one merely tells more. Elsewhere values stand beside each other. */
const ONE_IS_RIGHT: ReadonlySet<Field> = new Set(['date', 'place', 'person', 'group', 'penalty', 'outcome'])

export function asOne(members: readonly [Incident, ...Incident[]]): Incident {
  const [first] = members
  if (members.length === 1) return first
  const ids = new Set(members.map((one) => one.id))
  const otherwise = members.flatMap((one) => one.otherwise ?? [])
  return {
    id: first.id,
    country: first.country,
    version: members.reduce((sum, one) => sum + one.version, 0),
    tellings: distinct(members.flatMap((one) => one.tellings)),
    rulings: FIELDS.flatMap((field) => rulingOf(field, members)),
    ...(otherwise.length > 0 && { otherwise }),
    links: distinct(members.flatMap((one) => one.links)).filter((one) => !ids.has(one.incident)),
    together: members,
  }
}

/** A total is never the event that it counts, and a decision may have made one of two alike into the other kind since. */
export const isAlike = (a: Incident, b: Incident): boolean =>
  a.country === b.country && kindOf(a) === kindOf(b)
const kindOf = (one: Incident): string => heldOf(one, 'kind')[0]?.value ?? 'event'

/**
 * Equal values become one, on the claims of both. Values that differ stand beside each other; they are disputed where each
 * record says something that the other does not and both cannot be right.
 */
function rulingOf(field: Field, members: readonly Incident[]): readonly Ruling[] {
  const rulings = members.flatMap((one) => one.rulings.filter((ruling) => ruling.field === field))
  const newest = rulings.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  if (!newest) return []
  const precise = preciseDates(members)
  const sides = rulings
    .map((one) => keyed(one.values, precise))
    .filter((side) => side.some(({ key }) => key !== UNKNOWN))
  const joined = new Map<string, Held>()
  for (const { key, held } of sides.flat()) {
    const known = joined.get(key)
    joined.set(key, known ? both(known, held) : held)
  }
  if (joined.size > 1) joined.delete(UNKNOWN)
  const keys = sides.map((side) => new Set(side.map((one) => one.key)))
  const quarrels = keys.some((a) => keys.some((b) => saysMore(a, b) && saysMore(b, a)))
  const isDisputed =
    rulings.some((one) => one.verdict === 'disputed') || (ONE_IS_RIGHT.has(field) && quarrels)
  const { by, at, why } = newest
  const values = sides.length > 0 ? [...joined.values()] : newest.values
  return [{ field, verdict: isDisputed ? 'disputed' : 'stands', values, by, at, why }]
}

const saysMore = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((one) => !b.has(one))

/** The value of the first stays; of two dates the one that is known more exactly. */
function both(a: Held, b: Held): Held {
  const isNarrower = a.field === 'date' && b.field === 'date' && contains(a.value, b.value)
  const claims = [...new Map([...a.claims, ...b.claims].map((one) => [one.id, one])).values()]
  return { ...(isNarrower ? b : a), claims } as Held
}

const UNKNOWN = 'unknown'
type Keyed = { readonly key: string; readonly held: Held }

/** Two equal values of one record are two, and may each meet one of the other. */
function keyed(values: readonly Held[], precise: readonly Values['date'][]): readonly Keyed[] {
  const times = new Map<string, number>()
  return values.map((held) => {
    const key = keyOf(held, precise)
    const n = times.get(key) ?? 0
    times.set(key, n + 1)
    return { key: n === 0 ? key : `${key} ${n}`, held }
  })
}

/** Free words (role, what, who) are not compared, as with the claims of one record. */
function keyOf(held: Held, precise: readonly Values['date'][]): string {
  switch (held.field) {
    case 'kind':
    case 'freedom':
    case 'act':
    case 'other_date':
      return held.value
    case 'organisation':
    case 'offence':
    case 'actor':
    case 'source':
    case 'outcome':
      return foldName(held.value).join(' ')
    case 'date': {
      if (held.value.from === null && held.value.to === null) return UNKNOWN
      const inside = precise.filter((one) => contains(held.value, one))
      const [only = held.value] = inside.length === 1 ? inside : []
      return `${only.from}..${only.to}`
    }
    case 'place':
      return held.value.place ?? foldName(held.value.canonical).join(' ')
    case 'person':
      // A name that nobody was judged to be is never taken for a person on record, however it is spelt.
      return `${held.person === null ? `? ${foldName(held.value.name).join(' ')}` : held.person} ${held.value.harmed}`
    case 'group':
      return JSON.stringify([held.value.min, held.value.max, held.value.qualifier])
    case 'law':
      return JSON.stringify([held.value.code, held.value.article ?? held.value.name, held.value.part])
    case 'penalty':
      return numbersOf(held.value)
  }
}

const numbersOf = ({ type, days, months, years, amount, currency, min, max, unit }: PenaltyValue): string =>
  JSON.stringify([type, days, (months ?? 0) + 12 * (years ?? 0), amount, currency, min, max, unit])

/** True when the second date lies in the first and is known more exactly. */
const contains = (wide: Values['date'], narrow: Values['date']): boolean =>
  wide.from !== null &&
  wide.to !== null &&
  narrow.from !== null &&
  narrow.to !== null &&
  wide.from <= narrow.from &&
  narrow.to <= wide.to &&
  (wide.from !== narrow.from || wide.to !== narrow.to)

/** Dates that no other of the records knows more exactly, each once. */
function preciseDates(members: readonly Incident[]): readonly Values['date'][] {
  const dates = distinct(members.flatMap((one) => heldOf(one, 'date').map((held) => held.value)))
  return dates.filter((one) => one.from !== null && !dates.some((other) => contains(one, other)))
}

const distinct = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
]
