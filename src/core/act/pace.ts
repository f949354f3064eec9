/** How many there are to hand over, from which day to which and how often at most in; how many may be told of at a moment, and when the next mail is due, out. */
import { addDays } from '../partial-date.ts'

export type Pace = {
  /** How many there are to hand over in all. */
  readonly number: number
  /** First and last day (UTC) on which mails leave. */
  readonly from: string
  readonly to: string
  /** Mails in any one hour, at most. */
  readonly perHour: number
}

export const MOST_PER_HOUR = 12
/** Mails that a server refuses for good before a person has to look. */
export const MOST_BOUNCES = 2

const HOUR = 3_600_000
const msOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`)
const spanOf = ({ from, to }: Pace): readonly [number, number] => [msOf(from), msOf(addDays(to, 1))]

/** ⌈N · passed / (passed + remaining)⌉; before the first day none, after the last all. */
export function mostToldAt(pace: Pace, at: number): number {
  const [start, end] = spanOf(pace)
  if (at <= start) return 0
  if (at >= end) return pace.number
  return Math.ceil((pace.number * (at - start)) / (end - start))
}

/**
 * When the next mail may leave: no sooner after the last one than the most in an hour allow, and not before there is one more
 * to tell of. Null: all were told of. `last`: when the last one was handed over, whatever became of it; null: none was.
 */
export function nextMailAt(pace: Pace, told: number, last: number | null, now: number): number | null {
  if (told >= pace.number) return null
  const [start, end] = spanOf(pace)
  const gap = Math.ceil(HOUR / pace.perHour)
  // The first too waits so long, or it would tell of one alone.
  const rested = (last ?? Math.max(start, now)) + gap
  const grown = Math.min(end, Math.floor(start + (told * (end - start)) / pace.number) + 1)
  return Math.max(rested, grown)
}

/** How many mails that makes at most. */
export function mostMails(pace: Pace): number {
  const [start, end] = spanOf(pace)
  const gap = Math.ceil(HOUR / pace.perHour)
  return Math.min(pace.number, Math.floor((end - start) / gap) + 1)
}
