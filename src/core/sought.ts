/** A record as decided in, the words a search of records looks in out: folded, with the sound of names and every name of a place. */
import type { Codebook } from './codebook.ts'
import { LANGUAGES, type Labels } from './language.ts'
import type { Pack } from './pack.ts'
import type { Person } from './person.ts'
import { heldOf, type Incident } from './record.ts'
import { searchWords } from './search.ts'
import { soundOf } from './withholding/sound.ts'

/** Before the sound of a name and before the id of a place: signs that no folded word begins with. */
export const SOUND_MARK = '~'
export const PLACE_MARK = '@'

export type SoughtGiven = {
  readonly codebook: Pick<Codebook, 'acts' | 'vocabularies'>
  readonly pack: Pick<Pack, 'places'> | null
  readonly people: ReadonlyMap<string, Person>
  readonly coders: readonly string[]
  readonly passages: readonly { readonly text: string; readonly title: string }[]
}

export function soughtIn(incident: Incident, given: SoughtGiven): string {
  const { codebook, pack, people } = given
  const names = heldOf(incident, 'person').flatMap(({ value, person }) => [
    value.name,
    ...value.aliases,
    ...spellingsOf(people.get(person ?? '')),
  ])
  const places = heldOf(incident, 'place').flatMap(({ value }) => {
    const known = pack?.places.get(value.place ?? '')
    return [value.name, value.canonical, ...(known ? [...allOf(known.name), ...known.variants] : [])]
  })
  const labels = [
    ...heldOf(incident, 'act').flatMap(({ value }) => allOf(codebook.acts.get(value)?.label)),
    ...heldOf(incident, 'penalty').flatMap(({ value }) =>
      allOf(codebook.vocabularies.penalties.get(value.type)?.label),
    ),
    ...heldOf(incident, 'law').flatMap(({ value }) => [
      ...allOf(codebook.vocabularies.law_codes.get(value.code)?.label),
      [value.article, value.part, value.name].filter(Boolean).join(' '),
    ]),
  ]
  const free = (['organisation', 'actor', 'offence', 'source', 'outcome'] as const).flatMap((field) =>
    heldOf(incident, field).map(({ value }) => value),
  )
  const texts = [
    ...given.passages.flatMap((one) => [one.text, one.title]),
    ...names,
    ...places,
    ...labels,
    ...free,
  ]
  const tokens = new Set([
    incident.id,
    ...given.coders,
    ...[incident.id, ...given.coders].flatMap(searchWords),
    ...texts.flatMap(searchWords),
    ...names.flatMap(searchWords).map((one) => `${SOUND_MARK}${soundOf(one)}`),
    ...heldOf(incident, 'place').flatMap(({ value }) =>
      value.place === null ? [] : [`${PLACE_MARK}${value.place}`],
    ),
  ])
  return ` ${[...tokens].join(' ')} `
}

export const spellingsOf = (person: Person | undefined): readonly string[] =>
  person ? [...allOf(person.names), ...person.variants] : []

export const spellingsOfLabels = (labels: Labels): readonly string[] => allOf(labels)

const allOf = (labels: Labels | undefined): readonly string[] =>
  labels ? LANGUAGES.flatMap((one) => labels[one] ?? []) : []
