/** What somebody typed in any of three languages and scripts in, the one entry of the data it means out; null when none or several do. */
import type { Codebook, Term, Vocabulary } from '../core/codebook.ts'
import { foldName } from '../core/names/fold.ts'
import { canonicalName, type Pack, type Place } from '../core/pack.ts'
import type { Person } from '../core/person.ts'
import type { LawCode } from '../core/values.ts'
import { soundOf } from '../core/withholding/sound.ts'
import { keptFor } from './kept-for.ts'

type Named<T> = { readonly entry: T; readonly names: readonly (string | null)[] }

const folded = (text: string): string => foldName(text).join(' ')
/** One rough Latin spelling of all its words: `Алматы` is `Almaty`. */
const heard = (text: string): string => foldName(text).map(soundOf).join(' ')

type Resolver<T> = (typed: string) => T | null

/** Written the same first; then sounding the same in another script, when it can mean nothing else. Made once: a list asks it thousands of times. */
function resolver<T>(entries: readonly Named<T>[]): Resolver<T> {
  const [written, sounding] = [new Map<string, T>(), new Map<string, readonly Named<T>[]>()]
  for (const one of entries)
    for (const name of one.names) {
      if (name === null) continue
      const [key, sound] = [folded(name), heard(name)]
      if (!written.has(key)) written.set(key, one.entry)
      const known = sounding.get(sound) ?? []
      if (!known.includes(one)) sounding.set(sound, [...known, one])
    }
  return (typed) => {
    const [key, sound] = [folded(typed), heard(typed)]
    if (key === '') return null
    const found = written.get(key)
    if (found !== undefined) return found
    const [first, ...others] = sound === '' ? [] : (sounding.get(sound) ?? [])
    return first && others.length === 0 ? first.entry : null
  }
}

/** The resolver of a thing that does not change. */
const kept = <K extends object, T>(make: (of: K) => readonly Named<T>[]): ((of: K) => Resolver<T>) =>
  keptFor((of: K) => resolver(make(of)))

const termNames = ({ id, label }: Pick<Term, 'id' | 'label'>): readonly (string | null)[] => [
  id,
  id.replaceAll('_', ' '),
  label.en,
  label.ru,
  label.kk,
]
const terms = (all: ReadonlyMap<string, Pick<Term, 'id' | 'label'>>): readonly Named<string>[] =>
  [...all.values()].map((term) => ({ entry: term.id, names: termNames(term) }))

type Terms = ReadonlyMap<string, Pick<Term, 'id' | 'label'>>
const termsOf = kept((all: Terms) => terms(all))

export const actMeant = (typed: string, codebook: Codebook): string | null => termsOf(codebook.acts)(typed)
export const termMeant = (typed: string, codebook: Codebook, vocabulary: Vocabulary): string | null =>
  termsOf(codebook.vocabularies[vocabulary])(typed)

/** Present-day, older and foreign names; `Asan Square, Almaty` for a site. A town wins over a region or district of its name. */
export const placeMeant = (typed: string, pack: Pack): Place | null => placesOf(pack)(typed)
const placesOf = kept((pack: Pack) =>
  [...pack.places.values()]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map((place) => ({
      entry: place,
      names: [canonicalName(pack, place), place.name.en, place.name.ru, place.name.kk, ...place.variants],
    })),
)
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
export const organisationMeant = (typed: string, pack: Pack): string | null => organisationsOf(pack)(typed)
const organisationsOf = kept((pack: Pack) =>
  [...pack.organisations.values()].map(({ name, aliases }) => ({
    entry: name.en,
    names: [name.en, name.ru, name.kk, ...aliases],
  })),
)

/** The code of a law by its title or an alias in any language. */
export const lawCodeMeant = (typed: string, pack: Pack): LawCode | null =>
  lawsOf(pack)(typed) ?? begunLaw(typed, pack)

/** `КоАП` for «КоАП РК»: the first words of names that all mean one code. */
function begunLaw(typed: string, pack: Pack): LawCode | null {
  const key = folded(typed)
  if (key.length < 2) return null
  const codes = new Set(lawNames(pack).flatMap(([name, code]) => (name.startsWith(`${key} `) ? [code] : [])))
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}
const lawNames = keptFor((pack: Pack) =>
  [...pack.acts.values()].flatMap(({ code, title, aliases }) =>
    [title.en, title.ru, title.kk, ...aliases].flatMap((name) =>
      name === null ? [] : [[folded(name), code] as const],
    ),
  ),
)

const lawsOf = kept((pack: Pack) =>
  [...pack.acts.values()].map((act) => ({
    entry: act.code,
    names: [act.title.en, act.title.ru, act.title.kk, ...act.aliases],
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
  (folded(name) === '' ? undefined : bySpelling(people).get(folded(name))) ?? []
const bySpelling = keptFor((people: ReadonlyMap<string, Person>) => {
  const found = new Map<string, readonly Person[]>()
  for (const one of people.values()) {
    const spellings = [one.names.en, one.names.ru, one.names.kk, ...one.variants]
    for (const key of new Set(spellings.map((name) => folded(name ?? ''))))
      found.set(key, [...(found.get(key) ?? []), one])
  }
  return found
})
