/** Names that nobody was judged to be, and recorded people, in; pairs that may be one person, those whose decision changes most first, out. */
import { foldName } from '../core/names/fold.ts'
import { readPerson, scoreRead } from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'
import { type NameScore, SAME } from '../core/names/score.ts'
import type { Person } from '../core/person.ts'
import { soundOf } from '../core/withholding/sound.ts'

export type OpenName = { readonly record: string; readonly claim: string; readonly name: string }
export type Likely = {
  readonly open: OpenName
  readonly person: string
  /** The recorded spelling that is nearest. */
  readonly spelling: string
  readonly found: NameScore
  /** Names in records that are spelt like this one: a judgement is worth as many. */
  readonly alike: number
}

/** Below SAME names differ in a part, or one is a surname alone: a person may still know. */
export const DOUBTFUL = 0.55

const folded = (name: string): string => foldName(name).join(' ')

/**
 * Compared are names of which a word begins alike by sound in any script (blocking), each spelling once. Nothing is judged:
 * two bearers of one name are two people until somebody says otherwise.
 */
export function likelyPersons(
  names: readonly OpenName[],
  people: readonly Person[],
  rules: NameRules,
): readonly Likely[] {
  const spellings = people.flatMap((person) =>
    [person.names.en, person.names.ru, person.names.kk, ...person.variants].flatMap((name) =>
      name === null ? [] : [{ person: person.id, name, read: readPerson(name, rules) }],
    ),
  )
  const blocks = new Map<string, typeof spellings>()
  for (const one of spellings)
    for (const key of keysOf(one.name)) blocks.set(key, [...(blocks.get(key) ?? []), one])
  const byName = Map.groupBy(names, (one) => folded(one.name))
  const pairs = [...byName].flatMap(([, all]): Likely[] => {
    const name = all[0]?.name ?? ''
    const read = readPerson(name, rules)
    const near = new Set(keysOf(name).flatMap((key) => blocks.get(key) ?? []))
    const best = new Map<string, { readonly spelling: string; readonly found: NameScore }>()
    for (const one of near) {
      const found = scoreRead(read, one.read, rules)
      if (found && found.score >= DOUBTFUL && found.score > (best.get(one.person)?.found.score ?? 0))
        best.set(one.person, { spelling: one.name, found })
    }
    return [...best].flatMap(([person, like]) =>
      all.map((open) => ({ open, person, ...like, alike: all.length })),
    )
  })
  return pairs.sort(
    (a, b) =>
      Number(b.found.score >= SAME) - Number(a.found.score >= SAME) ||
      b.alike - a.alike ||
      b.found.score - a.found.score ||
      (a.open.record < b.open.record ? -1 : a.open.record > b.open.record ? 1 : 0),
  )
}

/** First sounds of its words; initials say too little. */
const keysOf = (name: string): readonly string[] => [
  ...new Set(foldName(name).flatMap((word) => (word.length > 1 ? [soundOf(word).slice(0, 1)] : []))),
]
