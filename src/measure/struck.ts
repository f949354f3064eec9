/** An incident, an act → how many persons that act struck. */
import type { Countable } from '../core/countable.ts'

import type { PenaltyType } from '../core/values.ts'
import { penaltiesOf } from './penalties.ts'
import { groupsHarmed, personsHarmed } from './persons.ts'
import { atLeast, type Range } from './range.ts'

/** Acts that are penalties, counted by the penalties themselves. */
const PENALTY_OF: Readonly<Record<string, PenaltyType>> = {
  administrative_detention: 'administrative_detention',
  imprisonment: 'prison',
  fine: 'fine',
  warning: 'warning',
  house_arrest: 'house_arrest',
  suspended_sentence: 'suspended',
  restriction_of_freedom: 'restriction_of_freedom',
  activity_ban: 'ban',
}

/** One taking of people, told by several words: who was arrested was detained. */
const TAKING = ['detention', 'arrest', 'preventive_detention']

/** Other acts done to the bodies, time or livelihood of persons; acts on organisations, media and laws, and reliefs, are none. */
const ON_PERSONS = new Set(
  'enforced_removal interrogation summons search seizure surveillance threat intimidation physical_attack excessive_force torture_ill_treatment killing death_in_custody suicide_alleged_driven criminal_case_opened charge administrative_case defamation_suit conviction pretrial_detention disbarment dismissal resignation_under_pressure candidacy_refused counsel_denied medical_care_denied incommunicado obstruction_of_journalist forced_retraction travel_prevented expulsion_or_eviction displacement'.split(
    ' ',
  ),
)

/** True for an act that persons can be counted by. */
export const strikesPersons = (act: string): boolean =>
  ON_PERSONS.has(act) || TAKING.includes(act) || act in PENALTY_OF

/**
 * Persons struck by one act of an incident. A group named for the act counts it; a penalty is counted by its penalties; the only
 * act on persons takes all who were harmed. Of several acts each struck one at least and all at most: that 34 were held and fines
 * were given does not make 34 fined. Null when nobody says who or how many.
 */
export function personsStruck(incident: Countable, act: string): Range | null {
  if (!strikesPersons(act)) return null
  const named = groupsHarmed(incident, (acts) => acts.includes(act))
  if (named !== null) return atLeast(named, 1)
  const all = personsHarmed(incident)
  const penalty = PENALTY_OF[act]
  const given = penalty === undefined ? null : penaltiesOf(incident, penalty)
  if (given !== null) {
    const claimed = given.claimed ?? all?.claimed ?? null
    return { certain: given.certain, claimed: claimed === null ? null : Math.max(claimed, given.certain) }
  }
  if (all === null) return null
  const acts = new Set(incident.fields.acts.map((one) => one.value).filter(strikesPersons))
  const others = [...acts].filter((one) => one !== act && !(TAKING.includes(one) && TAKING.includes(act)))
  return others.length === 0 ? all : { certain: Math.min(all.certain, 1), claimed: all.claimed }
}
