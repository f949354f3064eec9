/** An incident → how many persons were harmed in it, as far as anybody says. */
import type { Countable } from '../core/countable.ts'
import type { PublicPerson } from '../core/public-record.ts'
import type { GroupValue } from '../core/values.ts'
import { harmOf } from './harmed-group.ts'
import { atLeast, eitherOf, exactly, isDisputed, type Range, together } from './range.ts'

/** Two people shown under one id or alias are one; who is withheld cannot be told apart and counts each. */
function countOf(people: readonly PublicPerson[]): number {
  const keys = people.map((one, at) => (one.kind === 'named' ? one.id : one.kind === 'alias' ? one.text : at))
  return new Set(keys).size
}

/** Named, aliased and withheld persons who suffered and pass. Where sources disagree on who, one is certain. */
function shownPersons(incident: Countable, passes: (role: string | null) => boolean): Range | null {
  const harmed = incident.fields.people
    .map((one) => one.value)
    .filter((one) => one.harmed === true && passes(one.role))
  if (harmed.length === 0) return null
  const n = countOf(harmed)
  return isDisputed(incident, 'person') ? { certain: 1, claimed: n } : exactly(n)
}

/** A group somebody counted holds at least one person; an open end, or «at least», has no upper end. */
function rangeOf({ min, max, qualifier }: GroupValue): Range {
  const certain = min ?? 1
  return { certain, claimed: max === null || qualifier === 'at_least' ? null : Math.max(max, certain) }
}

/** The groups that pass, as one range: either of them where sources disagree, together where they do not. */
export function groupsHarmed(
  incident: Countable,
  passes: (acts: readonly string[], what: string) => boolean,
): Range | null {
  const ranges = incident.fields.groups.flatMap(({ value }) => {
    const acts = harmOf(value.what)
    return acts !== null && passes(acts, value.what) ? [rangeOf(value)] : []
  })
  return isDisputed(incident, 'group') ? eitherOf(ranges) : together(ranges)
}

/**
 * Persons harmed in one incident. Persons shown count one each unless a group says more: they are taken to be in it. Null when
 * nobody says who or how many, which is not zero.
 */
export const personsHarmed = (incident: Countable): Range | null =>
  shownOrGroup(
    shownPersons(incident, () => true),
    groupsHarmed(incident, () => true),
  )

/** Persons harmed whose role, or whose group, is of one kind by the words of the source. */
export const personsInRole = (incident: Countable, isOfRole: (words: string) => boolean): Range | null =>
  shownOrGroup(
    shownPersons(incident, (role) => role !== null && isOfRole(role)),
    groupsHarmed(incident, (_, what) => isOfRole(what)),
  )

function shownOrGroup(shown: Range | null, groups: Range | null): Range | null {
  if (groups === null || groups.claimed === 0) return shown
  if (shown === null) return groups
  const least = atLeast(groups, shown.certain)
  return {
    certain: least.certain,
    claimed: least.claimed === null ? null : Math.max(least.claimed, shown.claimed ?? 0),
  }
}
