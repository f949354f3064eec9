/** Tries that followed each other in, how long the next must wait out. There is no lock: a lock lets a state lock everybody out. */

/** Tries that are free, and the quiet after which they are free again (SecureDrop); the longest wait (GlobaLeaks). */
export const FREE_TRIES = 5
export const WINDOW_MS = 60_000
const LONGEST_MS = 42_000

/** The sixth try waits a second, each further one twice as long. */
export const waitFor = (triesBefore: number): number =>
  triesBefore < FREE_TRIES ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** (triesBefore - FREE_TRIES))
