/** A case, and the incidents that it came of as they are counted, in; the case as it is counted itself out: each proceeding once, where it began. */
import type { CaseFile } from '../../core/cases/case.ts'
import { standing } from '../../core/cases/fold.ts'
import { dateOfEntry } from '../../core/cases/standing.ts'
import { type Counted, dayAsNumber, type Member, type MemberFacet } from '../../core/counted.ts'
import { type CountingWords, institutionsIn } from '../../core/counting-words.ts'
import type { Pack } from '../../core/pack.ts'
import type { PartialDate } from '../../core/partial-date.ts'
import { provisionOf } from '../../core/withholding/provision.ts'
import { exactly } from '../range.ts'
import { personCode } from './codes.ts'
import type { Facts } from './counted.ts'

type Given = { readonly pack: Pack; readonly words: CountingWords }

/** Ids of the incidents that a case rests on, in any of its entries. */
export const incidentsBehind = ({ entries }: CaseFile): readonly string[] => [
  ...new Set(
    entries.flatMap(({ struck, source }) => (!struck && source.kind === 'incident' ? [source.incident] : [])),
  ),
]

/**
 * Laws are those of its charges, an inferred one being claimed and not certain; penalties those that were given in it; institutions
 * its courts. Where it was, which freedom and act and whose role, its incidents tell: whatever only some of them tell is not certain.
 */
export function proceedingFacts(file: CaseFile, incidents: readonly Counted[], given: Given): Facts {
  const outcomes = standing(file.entries, 'outcome')
  const charges = standing(file.entries, 'charge').filter(
    // A charge that another took the place of is counted as the other.
    ({ id }) => outcomes.findLast((one) => one.body.charge === id)?.body.standing !== 'reclassified',
  )
  const courts = [...standing(file.entries, 'stage'), ...standing(file.entries, 'hearing')]
  const laws = charges.map(({ body: { law, basis } }): readonly [string | null, boolean] => {
    const { code, article = null, part = null, name = null } = law
    return [provisionOf({ code, article, part, name }, given.pack), basis === 'stated']
  })
  const penalties = standing(file.entries, 'penalty').map(({ body }) => body.penalty.type)
  const institutions = courts.flatMap(({ body }) => institutionsIn(body.court ?? '', given.words))
  return {
    version: file.entries.length,
    kind: 'event',
    ...began(file),
    persons: exactly(new Set(file.people).size),
    known: [...new Set(file.people)].map(personCode),
    members: {
      region: ofIncidents('region', incidents),
      freedom: ofIncidents('freedom', incidents),
      act: ofIncidents('act', incidents),
      role: ofIncidents('role', incidents),
      law: members('law', laws),
      institution: members(
        'institution',
        institutions.map((one) => [one, true]),
      ),
      penalty: members(
        'penalty',
        penalties.map((one) => [one, true]),
      ),
    },
    penalties: [],
  }
}

/** One member for each value; sure where any that says it is sure. */
function members(
  facet: MemberFacet,
  found: readonly (readonly [string | null, boolean])[],
): readonly Member[] {
  const sure = new Map<string, boolean>()
  for (const [value, isSure] of found) if (value !== null) sure.set(value, isSure || sure.get(value) === true)
  return [...sure].map(([value, isSure]) => ({ facet, value, sure: isSure, persons: null }))
}

const ofIncidents = (facet: MemberFacet, incidents: readonly Counted[]): readonly Member[] =>
  members(
    facet,
    incidents.flatMap((incident) =>
      incident.members[facet].map(({ value, sure }) => {
        const all = incidents.every((one) => one.members[facet].some((each) => each.value === value))
        return [value, sure && all] as const
      }),
    ),
  )

/** The first of its dated stages; where none is dated, the first dated hearing. Days of which nobody knows the end are no days. */
function began({ entries }: CaseFile): Pick<Counted, 'from' | 'to'> {
  const dates = (kind: 'stage' | 'hearing'): readonly PartialDate[] =>
    standing(entries, kind).map(({ body }) => dateOfEntry(body.date))
  const first = (found: readonly PartialDate[]): PartialDate | undefined =>
    found
      .filter((one) => one.from !== null && one.to !== null)
      .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))[0]
  const { from, to } = first(dates('stage')) ?? first(dates('hearing')) ?? dateOfEntry(null)
  return { from: from === null ? null : dayAsNumber(from), to: to === null ? null : dayAsNumber(to) }
}
