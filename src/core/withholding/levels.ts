/** The people of a record with the bases that hold today in, the level each may be shown at in this record out. */
import type { Naming, NamingRule } from '../naming.ts'
import { type Basis, SHOW_LEVELS, type ShowLevel } from '../person.ts'
import { heldOf, type Incident } from '../record.ts'
import type { PersonValue } from '../values.ts'
import { saysOneOf } from './cue-words.ts'

export type NamingGiven = {
  readonly naming: Naming
  /** The basis of each recorded person that holds today; a person without one is not named. */
  readonly bases: ReadonlyMap<string, Basis>
}

const lower = (a: ShowLevel, b: ShowLevel): ShowLevel =>
  SHOW_LEVELS.indexOf(a) < SHOW_LEVELS.indexOf(b) ? a : b

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

/** The least of what the rules and the person's own basis allow. */
export function levelFor(person: string | null, appears: Appearance, given: NamingGiven): ShowLevel {
  const basis = person === null ? undefined : given.bases.get(person)
  const rule = namingRule(given.naming, basis, appears)
  return basis && rule ? lower(basis.level, rule.most) : 'never'
}

/** By person. Who stands in a record twice is shown at the lower level both times: one name would tell the other. */
export function levelsIn(incident: Incident, given: NamingGiven): ReadonlyMap<string, ShowLevel> {
  const levels = new Map<string, ShowLevel>()
  for (const { person, value } of heldOf(incident, 'person'))
    if (person !== null)
      levels.set(person, lower(levels.get(person) ?? 'name', levelFor(person, value, given)))
  return levels
}
