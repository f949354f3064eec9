/** A length in, the length it is padded to out: how long somebody's words are is told to nobody. */
const KIB = 1024
const STEPS = [4, 16, 64, 256].map((one) => one * KIB)
const LARGE = 1024 * KIB

/** 4, 16, 64 or 256 KiB, then whole MiB. */
export const bucketOf = (bytes: number): number =>
  STEPS.find((step) => bytes <= step) ?? Math.ceil(bytes / LARGE) * LARGE
