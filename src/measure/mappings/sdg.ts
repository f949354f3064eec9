/**
 * Records in, the table of SDG indicator 16.10.1 out: persons by harm and by group of victim. Follows the metadata of the
 * indicator (UN Statistics Division, 2018-06): an absolute number of verified cases, one for each person and category, in the
 * year in which it happened; no rate.
 */
import type { Range } from '../../core/counted.ts'
import type { MappingRule, Mappings } from '../../core/mappings.ts'
import { amountIn } from '../counts/amount.ts'
import { slotsOf } from '../counts/slots.ts'
import { plus } from '../range.ts'
import { fits, type MappedRecord } from './fits.ts'

/** `twice`: told by two collectors at least, who do not quote each other. */
export type SdgCell = {
  readonly harm: string
  /** `unknown`: nobody says who they were. */
  readonly group: string
  readonly persons: Range
  readonly twice: Range
  readonly records: readonly string[]
  readonly rules: readonly string[]
}

const NONE: Range = { certain: 0, claimed: 0 }

export function sdgTable(
  records: readonly MappedRecord[],
  mappings: Pick<Mappings, 'harms' | 'groups'>,
): readonly SdgCell[] {
  return mappings.harms.flatMap((harm) =>
    [...mappings.groups, null].flatMap((group): readonly SdgCell[] => {
      const found = records.flatMap((record) => {
        const persons = personsIn(record, harm, group)
        return persons === null ? [] : [{ record, persons }]
      })
      if (found.length === 0) return []
      const twice = found.filter(({ record }) => record.collectors.length > 1)
      return [
        {
          ...{ harm: harm.to, group: group?.to ?? 'unknown', rules: [harm.id, ...(group ? [group.id] : [])] },
          persons: found.map((one) => one.persons).reduce(plus, NONE),
          twice: twice.map((one) => one.persons).reduce(plus, NONE),
          records: found.map(({ record }) => record.id).sort(),
        },
      ]
    }),
  )
}

/** Of several acts of one harm the one that struck most: held and then jailed is one person. Null: it does not fit. */
function personsIn(record: MappedRecord, harm: MappingRule, group: MappingRule | null): Range | null {
  const { counted } = record
  if (counted.kind === 'aggregate' || fits(record, harm) === 'no') return null
  const roles = slotsOf(counted, 'role').filter(({ value }) =>
    group === null ? value === 'unknown' : group.roles.includes(value),
  )
  const acts = slotsOf(counted, 'act').filter(({ value }) => harm.acts.includes(value))
  const ranges = roles.flatMap((role): readonly Range[] => {
    const struck = acts
      .map((act) => amountIn(counted, 'persons', [act, role]))
      .filter((one) => one !== null && one !== 'none')
    return struck.length === 0 ? [] : [struck.reduce(wider)]
  })
  // Two roles of one group may be the same people: no fewer than the larger, no more than both.
  return ranges.length === 0
    ? null
    : ranges.reduce((a, b) => ({ ...plus(a, b), certain: Math.max(a.certain, b.certain) }))
}

const wider = (a: Range, b: Range): Range => ({
  certain: Math.max(a.certain, b.certain),
  claimed: a.claimed === null || b.claimed === null ? null : Math.max(a.claimed, b.claimed),
})
