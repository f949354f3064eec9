/** Names that nobody was judged to be, and recorded people, in; pairs that may be one person, those whose decision changes most first, out. */
import { compareNames } from '../core/names/compare.ts'
import { foldName } from '../core/names/fold.ts'
import type { NameRules } from '../core/names/rules.ts'
import { type NameScore, SAME } from '../core/names/score.ts'
import type { Person } from '../core/person.ts'
import { spellingsOf } from '../core/sought.ts'
import { nameIndex } from './name-index.ts'

export type OpenName = {
  readonly record: string
  readonly claim: string
  readonly name: string
  /** True: the record is on a public page. */
  readonly isShown?: boolean
}
export type Likely = {
  readonly open: OpenName
  readonly person: string
  /** The recorded spelling that is nearest. */
  readonly spelling: string
  readonly found: NameScore
  /** Names in records that are spelt like this one: a judgement is worth as many. */
  readonly alike: number
  /** How many of these stand in records that are on public pages. */
  readonly shown: number
}

/** The spelling of a person that is most like a name; null: none can be compared. */
export function nearestSpelling(
  name: string,
  person: Person,
  rules: NameRules,
): Pick<Likely, 'spelling' | 'found'> | null {
  return spellingsOf(person)
    .flatMap((spelling) => {
      const found = compareNames(name, spelling, 'Person', rules)
      return found ? [{ spelling, found }] : []
    })
    .reduce<Pick<Likely, 'spelling' | 'found'> | null>(
      (best, one) => (best && best.found.score >= one.found.score ? best : one),
      null,
    )
}

/** Below SAME names differ in a part, or one is a surname alone: a person may still know. */
export const DOUBTFUL = 0.55

const folded = (name: string): string => foldName(name).join(' ')

/**
 * Compared are names of which words meet in any script ([name-index.ts](name-index.ts)), each spelling once. Nothing is judged:
 * two bearers of one name are two people until somebody says otherwise.
 */
export function likelyPersons(
  names: readonly OpenName[],
  people: readonly Person[],
  rules: NameRules,
): readonly Likely[] {
  const index = nameIndex<string>(rules)
  for (const person of people) for (const name of spellingsOf(person)) index.add(name, person.id)
  const byName = Map.groupBy(names, (one) => folded(one.name))
  const pairs = [...byName].flatMap(([, all]): Likely[] => {
    const best = new Map<string, { readonly spelling: string; readonly found: NameScore }>()
    for (const { name, held, found } of index.near(all[0]?.name ?? '', DOUBTFUL))
      for (const person of held) if (!best.has(person)) best.set(person, { spelling: name, found })
    return [...best].flatMap(([person, like]) =>
      all.map((open) => ({
        ...{ open, person, ...like, alike: all.length },
        shown: all.filter((one) => one.isShown).length,
      })),
    )
  })
  return pairs.sort(
    (a, b) =>
      Number(b.found.score >= SAME) - Number(a.found.score >= SAME) ||
      b.shown - a.shown ||
      b.alike - a.alike ||
      b.found.score - a.found.score ||
      (a.open.record < b.open.record ? -1 : a.open.record > b.open.record ? 1 : 0),
  )
}
