/** Tries that followed each other in, how long the next must wait out. There is no lock: a lock lets a state lock everybody out. */

/** Tries that are free, and the quiet after which they are free again (SecureDrop); the longest wait (GlobaLeaks). */
export const FREE_TRIES = 5
export const WINDOW_MS = 60_000
const LONGEST_MS = 42_000

/** The sixth try waits a second, each further one twice as long. */
export const waitFor = (triesBefore: number): number =>
  triesBefore < FREE_TRIES ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** (triesBefore - FREE_TRIES))

/** A form that brings no work waits at least this long, and lets the next one through after that: 120 in ten minutes. */
const [TURN_MS, BETWEEN_MS] = [3_000, 5_000]

/** When the next form that brings no work may go, if the last one goes at `last`; null when the line is so long that it is better to come back. */
export function nextTurn(last: number, now: number): number | null {
  const turn = Math.max(now + TURN_MS, last + BETWEEN_MS)
  return turn - now > LONGEST_MS ? null : turn
}
