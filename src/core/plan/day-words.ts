/** Words of the day as somebody typed or said them in, the one form of them that seals and opens out; and what makes them easy to guess. */
import type { Fault } from '../faults.ts'
import { passphraseFaults } from '../passphrase.ts'
import { toProquints } from '../sealed/proquint.ts'

/** Five words: eighty bits, more than anybody tries out. */
export const CHANCE_OF_WORDS = 10

/** Capitals and whatever stands between words make no difference: they are said across a room and typed on a phone. */
export const dayWords = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** `chance`: as many bytes as `CHANCE_OF_WORDS`. They belong to no language, so that each table can say them. */
export const newDayWords = (chance: Uint8Array): string => toProquints(chance).replaceAll('-', ' ')

export const faultsOfDayWords = (typed: string): readonly Fault[] => passphraseFaults(dayWords(typed), '')
