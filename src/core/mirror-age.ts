/** Copies of one house, or a copy and a day, in; which copy is the earlier, and how old one is, out. */
import type { Manifest } from './mirror.ts'
import { dayNumber } from './partial-date.ts'

/** After so many days a copy is called old: a month is how long somebody may wait for a card that is carried by hand. */
export const OLD_AFTER = 30

type Dated = Pick<Manifest, 'number' | 'made'>

/** `2026-11-27` → 2026112700: every copy of the day has a greater one. */
const beforeAllOf = (day: string): number => Number(day.replaceAll('-', '')) * 100

/** Copies of the older formats have none of their own: that of their day stands before all that were numbered on it. */
export const numberOf = ({ number, made }: Dated): number => number ?? beforeAllOf(made)

/** `last`: the greatest that was ever given. A clock that was put back gives none twice. */
export const nextNumber = (last: number, today: string): number => Math.max(last, beforeAllOf(today)) + 1

/** How the copy numbered `one` stands to the one numbered `other`. */
export type Standing = 'newer' | 'same' | 'older'
export const besides = (one: number, other: number): Standing =>
  one === other ? 'same' : one > other ? 'newer' : 'older'

/** In days; null where the copy is of a day to come, so that one of two clocks is wrong. */
export function ageOf(made: string, today: string): number | null {
  const days = dayNumber(today) - dayNumber(made)
  return days < 0 ? null : days
}

/** What somebody typed, with or without spaces; null: no number of a copy. */
export function readNumber(written: string): number | null {
  const digits = written.replace(/\s/g, '')
  const number = Number(digits)
  return /^[1-9]\d*$/.test(digits) && Number.isSafeInteger(number) ? number : null
}
