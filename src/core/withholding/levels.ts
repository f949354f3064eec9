/** The people of a record with the bases that hold today in, the level each may be shown at in this record out. */
import type { Naming, NamingRule } from '../naming.ts'
import { type Basis, levelToward, lowerLevel, type ShowLevel } from '../person.ts'
import { heldOf, type Incident } from '../record.ts'
import type { Audience } from '../tier.ts'
import type { PersonValue } from '../values.ts'
import { saysOneOf } from './cue-words.ts'

export type NamingGiven = {
  readonly naming: Naming
  /** Every basis that binds a recorded person today: their own, and those of whom they were judged to be one with. None: not named. */
  readonly bases: ReadonlyMap<string, readonly Basis[]>
}

type Appearance = Pick<PersonValue, 'role' | 'harmed'>

/** The first rule that fits somebody who appears so with this basis; undefined only if nobody wrote a last rule. */
export const namingRule = (
  naming: Naming,
  basis: Basis | undefined,
  appears: Appearance,
): NamingRule | undefined =>
  naming.rules.find(({ when }) => {
    const who = when.who === undefined ? null : (naming.people.get(when.who) ?? [])
    return (
      (who === null || (appears.role !== null && saysOneOf(appears.role, who))) &&
      (when.basis === undefined || (basis !== undefined && when.basis.includes(basis.kind))) &&
      (when.harmed === undefined || when.harmed.includes(appears.harmed))
    )
  })

/** The least of what the rules and the person's own basis allow toward this audience. */
export function levelFor(
  person: string | null,
  appears: Appearance,
  given: NamingGiven,
  audience: Audience = 'public',
): ShowLevel {
  const bases = given.bases.get(person ?? '') ?? []
  const levels = bases.map((basis) => {
    const rule = namingRule(given.naming, basis, appears)
    return rule ? lowerLevel(levelToward(basis, audience), rule.most) : 'never'
  })
  return levels.length === 0 ? 'never' : levels.reduce(lowerLevel)
}

/** By person. Who stands in a record twice is shown at the lower level both times: one name would tell the other. */
export function levelsIn(
  incident: Incident,
  given: NamingGiven,
  audience: Audience = 'public',
): ReadonlyMap<string, ShowLevel> {
  const levels = new Map<string, ShowLevel>()
  for (const { person, value } of heldOf(incident, 'person'))
    if (person !== null)
      levels.set(person, lowerLevel(levels.get(person) ?? 'name', levelFor(person, value, given, audience)))
  return levels
}
