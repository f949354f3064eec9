/** People on record in; pairs of them whose names may be one person's, with the two spellings that are nearest, out. */
import type { NameRules } from '../core/names/rules.ts'
import type { NameScore } from '../core/names/score.ts'
import type { Person } from '../core/person.ts'
import { spellingsOf } from '../core/sought.ts'
import { DOUBTFUL } from './likely-persons.ts'
import { nameIndex } from './name-index.ts'

export type LikelyPeople = {
  /** Ids, the smaller one first. */
  readonly left: string
  readonly right: string
  /** The spelling of each that is nearest to one of the other. */
  readonly spellings: readonly [string, string]
  readonly found: NameScore
}

/** The most alike first. Nothing is judged: a mother and a daughter, or two strangers, bear one name. */
export function likelyPeople(people: readonly Person[], rules: NameRules): readonly LikelyPeople[] {
  const index = nameIndex<string>(rules)
  for (const person of people) for (const name of spellingsOf(person)) index.add(name, person.id)
  const best = new Map<string, LikelyPeople>()
  for (const { id, ...person } of people)
    for (const spelling of spellingsOf({ id, ...person }))
      for (const { name, held, found } of index.near(spelling, DOUBTFUL))
        for (const other of held) {
          // Each pair is met from both sides.
          if (other <= id) continue
          const known = best.get(`${id} ${other}`)
          if (known && known.found.score >= found.score) continue
          best.set(`${id} ${other}`, { left: id, right: other, spellings: [spelling, name], found })
        }
  return [...best.values()].toSorted(
    (a, b) => b.found.score - a.found.score || (a.left + a.right < b.left + b.right ? -1 : 1),
  )
}
