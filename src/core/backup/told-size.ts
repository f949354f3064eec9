/** How much came in by the sealed form on a day in, the size of its part in a backup out: one of few, the least of them also for a day on which nothing came. */
const KIB = 1024
const STEPS = [256, 1024, 4096, 16_384].map((one) => one * KIB)
/** What one part holds at most, unless one thing alone is larger. */
export const TOLD_AT_ONCE = 15_000 * KIB
const LARGE = 16_384 * KIB

/** 256 KiB, 1, 4, 16 MiB, then whole sixteens. */
export const toldSize = (bytes: number): number =>
  STEPS.find((step) => bytes <= step) ?? Math.ceil(bytes / LARGE) * LARGE
