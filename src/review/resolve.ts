/** What somebody typed in any of three languages and scripts in, the one entry of the data it means out; null when none or several do. */
import type { Codebook, Term, Vocabulary } from '../core/codebook.ts'
import { foldName } from '../core/names.ts'
import { canonicalName, type Pack, type Place } from '../core/pack.ts'
import type { Person } from '../core/person.ts'
import { soundOf } from '../core/withholding/sound.ts'

type Named<T> = { readonly entry: T; readonly names: readonly (string | null)[] }

const folded = (text: string): string => foldName(text).join(' ')
/** One rough Latin spelling of all its words: `Алматы` is `Almaty`. */
const heard = (text: string): string => foldName(text).map(soundOf).join(' ')

/** Written the same first; then sounding the same in another script, when it can mean nothing else. */
export function resolve<T>(typed: string, entries: readonly Named<T>[]): T | null {
  for (const by of [folded, heard]) {
    const wanted = by(typed)
    if (wanted === '') return null
    const found = entries.filter((one) => one.names.some((name) => name !== null && by(name) === wanted))
    const [first] = found
    if (first) return found.length === 1 || by === folded ? first.entry : null
  }
  return null
}

const termNames = ({ id, label }: Pick<Term, 'id' | 'label'>): readonly (string | null)[] => [
  id,
  id.replaceAll('_', ' '),
  label.en,
  label.ru,
  label.kk,
]
const terms = (all: ReadonlyMap<string, Pick<Term, 'id' | 'label'>>): readonly Named<string>[] =>
  [...all.values()].map((term) => ({ entry: term.id, names: termNames(term) }))

export const actMeant = (typed: string, codebook: Codebook): string | null =>
  resolve(typed, terms(codebook.acts))
export const termMeant = (typed: string, codebook: Codebook, vocabulary: Vocabulary): string | null =>
  resolve(typed, terms(codebook.vocabularies[vocabulary]))

/** Present-day, older and foreign names; `Asan Square, Almaty` for a site. A town wins over a region or district of its name. */
export function placeMeant(typed: string, pack: Pack): Place | null {
  const places = [...pack.places.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return resolve(
    typed,
    places.map((place) => ({
      entry: place,
      names: [canonicalName(pack, place), place.name.en, place.name.ru, place.name.kk, ...place.variants],
    })),
  )
}
const ORDER: readonly Place['kind'][] = [
  ...([
    'country',
    'city',
    'town',
    'village',
    'region',
    'district',
    'city-district',
    'site',
    'foreign',
  ] as const),
]

/** The English name of an organisation that the pack knows; others are kept as they were written. */
export const organisationMeant = (typed: string, pack: Pack): string | null =>
  resolve(
    typed,
    [...pack.organisations.values()].map(({ name, aliases }) => ({
      entry: name.en,
      names: [name.en, name.ru, name.kk, ...aliases],
    })),
  )

/** The English word of a role, by which withholding knows what may be shown. */
export const roleMeant = (typed: string, codebook: Codebook): string | null => {
  const id = termMeant(typed, codebook, 'roles')
  return id === null ? null : (codebook.vocabularies.roles.get(id)?.label.en.toLowerCase() ?? null)
}

/** By id, or by a spelling that belongs to one person alone: of two namesakes somebody must choose. Sound decides nothing here. */
export function personMeant(typed: string, people: ReadonlyMap<string, Person>): string | null {
  const id = /\(([a-z0-9-]+)\)\s*$/.exec(typed)?.[1] ?? typed.trim()
  if (people.has(id)) return id
  const found = namesakes(typed, people)
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

export const namesakes = (name: string, people: ReadonlyMap<string, Person>): readonly Person[] =>
  [...people.values()].filter(({ names, variants }) =>
    [names.en, names.ru, names.kk, ...variants].some(
      (one) => one !== null && folded(one) !== '' && folded(one) === folded(name),
    ),
  )
