/** Incidents of one cell in, how many different people were harmed in them, at least and at most, out. */
import type { Counted, Range } from '../../core/counted.ts'
import { areSure, isSplit, type Slot } from './slots.ts'

/** Codes of people on record of whom somebody says, or does not rule out, that they are one → the one that stands for them all. */
export type PerhapsOne = ReadonlyMap<number, number>

export type People = {
  readonly take: (row: Counted, amount: Range, slots: readonly Slot[]) => void
  readonly range: () => Range
}

/**
 * Somebody on record is one person in however many incidents. Of anybody else nobody knows: they may be among the others of any
 * other incident, or of none. So there are at least as many people as are told apart by name, and as the fullest incident needs;
 * at most these and all the others, each of them somebody new. Those who are perhaps one are one for the lower end alone.
 */
export function newPeople(perhapsOne: PerhapsOne): People {
  const [certain, possible] = [new Set<number>(), new Set<number>()]
  let least = 0
  let others: number | null = 0
  return {
    take: (row, amount, slots) => {
      const own = new Set(row.known.map((one) => perhapsOne.get(one) ?? one))
      least = Math.max(least, amount.certain - (row.known.length - own.size))
      if (isEverybody(row, amount, slots)) for (const one of own) certain.add(one)
      if (amount.claimed === null) others = null
      // Whom of them a part of the incident holds, nobody says: each may be somebody new.
      const isWhole = amount.claimed !== null && amount.claimed === row.persons?.claimed
      if (isWhole) for (const one of row.known) possible.add(one)
      if (others !== null) others += (amount.claimed ?? 0) - (isWhole ? row.known.length : 0)
    },
    range: () => ({
      certain: Math.max(certain.size, least),
      claimed: others === null ? null : possible.size + others,
    }),
  }
}

/** Everybody who was harmed in it surely stands in these slices: nothing narrows them, or the slices hold all there can be. */
const isEverybody = (row: Counted, amount: Range, slots: readonly Slot[]): boolean =>
  areSure(slots) &&
  (slots.every((one) => one.persons === null && !isSplit(row, one)) ||
    (row.persons?.claimed != null && amount.certain >= row.persons.claimed))
