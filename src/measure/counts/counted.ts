/** An incident in, what it adds to counts out: the slices it stands in, its persons, and its penalties in each unit. */
import type { Countable } from '../../core/countable.ts'
import {
  type Counted,
  type CountedPenalty,
  dayAsNumber,
  type Member,
  type MemberFacet,
  type Members,
} from '../../core/counted.ts'
import { type CountingWords, institutionsIn, roleIn } from '../../core/counting-words.ts'
import type { Pack } from '../../core/pack.ts'
import { type Field, PENALTY_TYPES } from '../../core/values.ts'
import { daysOf, finesOf, indexUnitsOf, monthsOf, penaltiesOf } from '../penalties.ts'
import { personsHarmed, personsInRole } from '../persons.ts'
import { isDisputed, type Range } from '../range.ts'
import { personsStruck } from '../struck.ts'
import { personCode } from './codes.ts'

/** Without the fingerprint, which is a hash of all this. */
export type Facts = Omit<Counted, 'fingerprint'>
type Given = { readonly pack: Pack; readonly words: CountingWords }

export function countedFrom(incident: Countable, { pack, words }: Given): Facts {
  const { kind, date } = incident.fields
  const persons = personsHarmed(incident)
  return {
    version: incident.version,
    kind,
    ...daysOfDates(date.map((one) => one.value)),
    persons,
    known: knownIn(incident),
    members: membersOf(incident, words),
    penalties: penaltiesIn(incident, pack),
  }
}

/** From the first to the last day that anybody says: an open end leaves nothing that a period could hold whole. */
function daysOfDates(dates: readonly { readonly from: string | null; readonly to: string | null }[]) {
  const [froms, tos] = [dates.map((one) => one.from), dates.map((one) => one.to)]
  const known = (days: readonly (string | null)[]): readonly string[] => days.filter((one) => one !== null)
  const ends = (days: readonly (string | null)[]): number[] =>
    days.length > 0 && !days.includes(null) ? known(days).map(dayAsNumber) : []
  const [first, last] = [ends(froms), ends(tos)]
  return {
    from: first.length > 0 ? Math.min(...first) : null,
    to: last.length > 0 ? Math.max(...last) : null,
  }
}

/** Where sources disagree on who it was, none of them is certain to have been there. */
const knownIn = (incident: Countable): readonly number[] =>
  isDisputed(incident, 'person')
    ? []
    : [
        ...new Set(
          incident.fields.people.flatMap(({ value }) =>
            value.harmed !== true || value.kind === 'withheld'
              ? []
              : personCode(value.kind === 'named' ? value.id : value.text),
          ),
        ),
      ]

const FIELD_OF: Readonly<Record<MemberFacet, Field>> = {
  region: 'place',
  freedom: 'freedom',
  act: 'act',
  law: 'law',
  institution: 'actor',
  role: 'person',
  penalty: 'penalty',
}

function membersOf(incident: Countable, words: CountingWords): Members {
  const { fields } = incident
  const members = (
    facet: MemberFacet,
    found: readonly (string | null)[],
    persons: (value: string) => Range | null = () => null,
  ): readonly Member[] =>
    [...new Set(found)].flatMap((value) =>
      value === null
        ? []
        : [{ facet, value, sure: !isDisputed(incident, FIELD_OF[facet]), persons: persons(value) }],
    )
  const harmed = fields.people.flatMap(({ value }) => (value.harmed === true ? [value.role] : []))
  const roles = [...harmed, ...fields.groups.map(({ value }) => value.what)]
  const inRole = (role: string): Range | null =>
    personsInRole(incident, (said) => roleIn(said, words) === role)
  return {
    region: members(
      'region',
      fields.places.map(({ value }) => value.region),
    ),
    freedom: members(
      'freedom',
      fields.freedoms.map(({ value }) => value),
    ),
    act: members(
      'act',
      fields.acts.map(({ value }) => value),
      (act) => personsStruck(incident, act),
    ),
    law: members(
      'law',
      fields.laws.map(({ value }) => value.provision),
    ),
    institution: members(
      'institution',
      fields.actors.flatMap(({ value }) => institutionsIn(value, words)),
    ),
    // A role that names nobody harmed ("police officers") is no role of a victim.
    role: members(
      'role',
      roles.map((one) => (one === null ? null : roleIn(one, words))),
      inRole,
    ).filter((one) => one.persons !== null),
    penalty: members(
      'penalty',
      fields.penalties.map(({ value }) => value.type),
      (type) => penaltiesOf(incident, type as CountedPenalty['type']),
    ),
  }
}

/** One line for each kind of penalty. Where sources disagree on which it was, none of several kinds is certain. */
function penaltiesIn(incident: Countable, pack: Pack): readonly CountedPenalty[] {
  const types = PENALTY_TYPES.filter((type) =>
    incident.fields.penalties.some((one) => one.value.type === type),
  )
  const isUnsure = types.length > 1 && isDisputed(incident, 'penalty')
  const told = (range: Range | null): Range | null =>
    range === null || !isUnsure ? range : { ...range, certain: 0 }
  return types.flatMap((type) => {
    const persons = told(penaltiesOf(incident, type))
    return persons === null
      ? []
      : [
          {
            type,
            persons,
            days: type === 'administrative_detention' ? told(daysOf(incident)) : null,
            months: TERMS.has(type) ? told(monthsOf(incident, type)) : null,
            money: type === 'fine' ? told(finesOf(incident, pack)) : null,
            index: type === 'fine' ? told(indexUnitsOf(incident)) : null,
          },
        ]
  })
}

/** Penalties that are measured in months and years. */
const TERMS: ReadonlySet<string> = new Set([
  'prison',
  'restriction_of_freedom',
  'suspended',
  'house_arrest',
  'ban',
])
