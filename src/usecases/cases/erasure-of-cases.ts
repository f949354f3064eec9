/** A person or an incident to be forgotten in; which cases, observations and assistance go with them, and what the others keep, out. */
import { type About, CASE_KINDS, type CaseSource } from '../../core/cases/case.ts'
import { HEAD } from '../../core/cases/lines.ts'
import type { Json } from '../../core/json.ts'
import type { Store } from '../../store/connect.ts'
import { byRecord } from '../../store/queries/by-record.ts'
import { caseRulings, type OwnedRuling } from '../../store/queries/cases.ts'

type Reader = Pick<Store, 'selectFrom'>
type Head = { readonly people?: readonly string[]; readonly about?: About; readonly source?: CaseSource }

export const isCaseRow = (row: Readonly<Record<string, unknown>>): boolean =>
  CASE_KINDS.some((kind) => kind === row.record_kind)

const heads = (rulings: readonly OwnedRuling[]): readonly Head[] =>
  rulings
    .filter((one) => one.field === HEAD)
    .flatMap((one) => one.held.map(({ value }) => value as unknown as Head))

/** Records about this person alone, in whatever version, and what hangs on their cases: gone whole. */
export async function casesOfPerson(store: Reader, person: string): Promise<ReadonlySet<string>> {
  const all = [...byRecord(await caseRulings(store))]
  const peopleOf = (rulings: readonly OwnedRuling[]): ReadonlySet<string> =>
    new Set([
      ...rulings
        .filter((one) => one.field === 'person')
        .flatMap((one) => one.held.map(({ value }) => String(value))),
      ...heads(rulings).flatMap((one) => one.people ?? []),
      ...heads(rulings).flatMap((one) => one.about?.person ?? []),
    ])
  const own = all.flatMap(([id, rulings]) => {
    const people = peopleOf(rulings)
    return people.size === 1 && people.has(person) ? [id] : []
  })
  // Of an observation of a case that is theirs nobody else is the subject.
  const hanging = all.flatMap(([id, rulings]) => {
    const isTheirs = heads(rulings).some((one) => own.includes(one.about?.case ?? ''))
    return isTheirs && [...peopleOf(rulings)].every((one) => one === person) ? [id] : []
  })
  return new Set([...own, ...hanging])
}

const isOn = ({ about, source }: Head, incident: string): boolean =>
  about?.incident === incident || (source?.kind === 'incident' && source.incident === incident)

/** Observations and assistance that hang on this incident or rest on it, in whatever version: gone whole. */
export async function casesOfIncident(store: Reader, incident: string): Promise<ReadonlySet<string>> {
  const all = [...byRecord((await caseRulings(store)).filter((one) => one.record_kind !== 'proceeding'))]
  return new Set(
    all.flatMap(([id, rulings]) => (heads(rulings).some((one) => isOn(one, incident)) ? [id] : [])),
  )
}

/** The value without the person's id wherever it stands; null when it is about nobody else. */
export function withoutPersonId(value: Json, person: string): Json {
  if (Array.isArray(value))
    return value.filter((one) => one !== person).map((one) => withoutPersonId(one, person))
  if (value === null || typeof value !== 'object') return value
  const people = 'people' in value ? value.people : null
  if (Array.isArray(people) && people.length > 0 && people.every((one) => one === person)) return null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== person)
      .map(([key, one]) => [key, withoutPersonId(one, person)]),
  )
}

/** An entry of the log may be about many records at once, by their ids in a row. */
export const withoutIds = (object: string, ids: ReadonlySet<string>): string | null => {
  const left = object.split(' ').filter((one) => !ids.has(one))
  return left.length === 0 ? null : left.join(' ')
}
