/** What a coder wrote, shortened for the hand, in; full values of each field out. */
import { type DecidedPerson, fullLaw, fullPenalty, type SaidValues } from '../core/decided.ts'
import { type Pack, placeNamed } from '../core/pack.ts'
import { parsePartialDate, UNKNOWN_DATE } from '../core/partial-date.ts'
import type { Person } from '../core/person.ts'
import type { Field, PersonValue, PlaceValue, Values } from '../core/values.ts'

/** One wanted value; `person` is the id of a recorded person, where the coder gave one; `without`: free words the coder took out. */
export type Wanted<F extends Field = Field> = {
  [K in F]: {
    readonly field: K
    readonly value: Values[K]
    readonly person: string | null
    readonly without?: readonly FreeWords[]
  }
}[F]
export type FreeWords = 'what' | 'role' | 'who'

/** Fields the coder left out are absent: undecided. Present with an empty list: decided that the passage says nothing. */
export type WantedFields = ReadonlyMap<Field, readonly Wanted[]>

export function wantedFields(
  decided: SaidValues,
  pack: Pack,
  people: ReadonlyMap<string, Person>,
): WantedFields {
  const fields = new Map<Field, readonly Wanted[]>()
  const set = <F extends Field>(field: F, values: readonly Values[F][] | undefined): void => {
    if (values)
      fields.set(
        field,
        values.map((value) => ({ field, value, person: null }) as Wanted),
      )
  }
  set('kind', decided.kind && [decided.kind])
  set('freedom', decided.freedoms)
  if (decided.date !== undefined)
    set('date', [decided.date === null ? UNKNOWN_DATE : (parsePartialDate(decided.date) ?? UNKNOWN_DATE)])
  set('other_date', decided.other_dates)
  set(
    'place',
    decided.places?.map((name) => placeValue(name, pack)),
  )
  if (decided.people)
    fields.set(
      'person',
      decided.people.map((one) => ({
        field: 'person',
        value: personValue(one, people),
        person: one.id ?? null,
        ...(one.role === '' && { without: ['role'] as const }),
      })),
    )
  set('organisation', decided.organisations)
  if (decided.groups)
    fields.set(
      'group',
      decided.groups.map(({ what, min, max, qualifier }) => ({
        ...{ field: 'group', value: { what: what ?? '', min, max, qualifier }, person: null },
        ...(what === '' && { without: ['what'] as const }),
      })),
    )
  set('act', decided.acts)
  set('law', decided.laws?.map(fullLaw))
  set('offence', decided.offences)
  if (decided.penalties)
    fields.set(
      'penalty',
      decided.penalties.map((one) => ({
        ...{ field: 'penalty', value: fullPenalty(one, pack.currency), person: null },
        ...(one.who?.length === 0 && { without: ['who'] as const }),
      })),
    )
  set('actor', decided.actors)
  set('source', decided.sources)
  if (decided.outcome !== undefined) set('outcome', decided.outcome === null ? [] : [decided.outcome])
  return fields
}

const placeValue = (name: string, pack: Pack): PlaceValue => ({
  name,
  canonical: name,
  place: placeNamed(pack, name)?.id ?? null,
})

function personValue(one: DecidedPerson, people: ReadonlyMap<string, Person>): PersonValue {
  const known = one.id === undefined ? undefined : people.get(one.id)
  return { name: one.name ?? known?.names.en ?? '', aliases: [], role: one.role || null, harmed: one.harmed }
}
