/** An incident, a unit, the slices that are asked for in, how much of that unit the incident adds there out. */
import type { Counted, CountedPenalty, CountUnit } from '../../core/counted.ts'
import { exactly, type Range, sum } from '../range.ts'
import { strikesPersons } from '../struck.ts'
import { areSure, isSplit, type Slot } from './slots.ts'

type PenaltyUnit = Exclude<CountUnit, 'incidents' | 'proceedings' | 'persons' | 'times' | 'acts'>
const ONE = exactly(1)
/** `none`: nothing here is counted in this unit. Null: it is, and nobody says how many. */
export type Amount = Range | null | 'none'

export function amountIn(row: Counted, unit: CountUnit, slots: readonly Slot[]): Amount {
  const amount = fullAmount(row, unit, slots)
  if (amount === null || amount === 'none' || areSure(slots)) return amount
  return amount.certain === 0 ? amount : { certain: 0, claimed: amount.claimed }
}

function fullAmount(row: Counted, unit: CountUnit, slots: readonly Slot[]): Amount {
  switch (unit) {
    case 'incidents':
    case 'proceedings':
      return ONE
    case 'acts':
      return slots.some((one) => one.facet === 'act') ? ONE : actsOf(row)
    case 'persons':
    case 'times':
      return personsOf(row, slots)
    default:
      return penaltiesOf(row, unit, slots)
  }
}

/** Each kind of act once in an incident; whom it struck is another unit. */
function actsOf(row: Counted): Amount {
  const acts = row.members.act
  return acts.length === 0 ? null : { certain: acts.filter((one) => one.sure).length, claimed: acts.length }
}

function personsOf(row: Counted, slots: readonly Slot[]): Amount {
  let amount = row.persons
  for (const slot of slots) {
    if (slot.facet === 'act' && slot.value !== 'unknown' && !strikesPersons(slot.value)) return 'none'
    if (slot.persons !== null) amount = both(amount, slot.persons, row.persons)
    else if (amount !== null && isSplit(row, slot)) amount = { certain: 0, claimed: amount.claimed }
  }
  return amount
}

/**
 * Persons who are in two groups of one whole, when nobody says how far the groups overlap: no fewer than must (Fréchet's
 * lower bound), no more than the smaller of the two. A first group of which nothing is known is the second one.
 */
function both(a: Range | null, b: Range, all: Range | null): Range {
  if (a === null) return b
  const least = all?.claimed == null ? 0 : Math.max(0, a.certain + b.certain - all.claimed)
  const most =
    a.claimed === null ? b.claimed : b.claimed === null ? a.claimed : Math.min(a.claimed, b.claimed)
  const certain = a === all ? b.certain : least
  return { certain: most === null ? certain : Math.min(certain, most), claimed: most }
}

function penaltiesOf(row: Counted, unit: PenaltyUnit, slots: readonly Slot[]): Amount {
  const type = slots.find((one) => one.facet === 'penalty')
  const ranges = row.penalties.flatMap((one): readonly Range[] => {
    const range = type === undefined || one.type === type.value ? inUnit(one, unit) : null
    return range === null ? [] : [range]
  })
  if (ranges.length === 0) return 'none'
  const amount = sum(ranges)
  return slots.some((slot) => isSplit(row, slot) || isPart(slot, row))
    ? { certain: 0, claimed: amount.claimed }
    : amount
}

/** A role that not all of the harmed are known to have: whose penalties these were, nobody says. */
const isPart = ({ facet, persons }: Slot, row: Counted): boolean =>
  facet === 'role' && persons !== null && persons.certain !== row.persons?.claimed

const inUnit = (one: CountedPenalty, unit: PenaltyUnit): Range | null =>
  unit === 'penalties' ? one.persons : one[unit]
