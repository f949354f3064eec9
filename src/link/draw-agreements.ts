/** Keys → which of them agree in pairs of one person, for some thousand invented pairs: what a blocking rule would find. */

import { numbers } from '../core/seeded.ts'
import type { KeyChance } from './choose-blocking.ts'

/**
 * Of pairs of one person with both values there, the share that agrees on the whole value: some pairs are written well in all
 * they have, some badly, and blocking is for those. Where the whole differs, a part agrees in PART of them.
 */
const WHOLE = [0.85, 0.6, 0.35] as const
const PART = 0.45
const DRAWS = 4000
const WORDS = DRAWS / 32
/** One bit for each invented pair. */
export type Bits = Uint32Array

/** The parts of one value agree together where the value agrees, each by itself where it does not. */
export function drawAgreements(chances: readonly KeyChance[]): ReadonlyMap<KeyChance, Bits> {
  const draw = numbers(7)
  const names = [...new Set(chances.map((one) => one.key.comparison))]
  const keys = names.map((name) => chances.filter((one) => one.key.comparison === name))
  const seen = new Map(chances.map((one) => [one, new Uint32Array(WORDS)]))
  for (let at = 0; at < DRAWS; at += 1) {
    const whole = WHOLE[at % WHOLE.length] ?? 0
    for (const own of keys) {
      const filled = Math.max(...own.map((one) => one.filled))
      const isThere = draw() < filled && draw() < filled
      const isSame = draw() < whole
      for (const one of own) {
        const agrees = isSame || (one.key.part !== 'all' && draw() < PART)
        const agreement = seen.get(one)
        if (agreement && isThere && agrees) agreement[at >> 5] = (agreement[at >> 5] ?? 0) | (1 << (at & 31))
      }
    }
  }
  return seen
}

/** The pairs that are in all of them. */
export function inAll(sets: readonly (Bits | undefined)[]): Bits {
  const all = new Uint32Array(WORDS).fill(0xffffffff)
  for (const one of sets)
    for (let word = 0; word < WORDS; word += 1) all[word] = (all[word] ?? 0) & (one?.[word] ?? 0)
  return all
}

/** How many pairs are in the first and not in the second. */
export function newIn(found: Bits, before: Bits): number {
  let n = 0
  for (let word = 0; word < WORDS; word += 1) {
    let bits = (found[word] ?? 0) & ~(before[word] ?? 0)
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    n += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return n
}

export const none = (): Bits => new Uint32Array(WORDS)
export function include(found: Bits, into: Bits): void {
  for (let word = 0; word < WORDS; word += 1) into[word] = (into[word] ?? 0) | (found[word] ?? 0)
}
