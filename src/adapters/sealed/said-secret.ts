/** Chance in, eight words that can be said over a telephone out, from which keys are derived; such words in, the same keys again. */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { fromProquints, toProquints } from '../../core/sealed/proquint.ts'

/** 112 bits of chance, which no slow hash needs to protect, and sixteen that find a slip of the pen. */
const CHANCE_BYTES = 14
const CHECK_BYTES = 2

export type SaidSecret = {
  readonly words: string
  /** 32 bytes of its own for each use. */
  readonly derived: (use: string) => Uint8Array
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const checkOf = (form: string, chance: Uint8Array): Uint8Array =>
  sha256(Uint8Array.from([...bytesOf(form), ...chance])).subarray(0, CHECK_BYTES)

const secretOf = (form: string, chance: Uint8Array): SaidSecret => ({
  words: toProquints(Uint8Array.from([...chance, ...checkOf(form, chance)])),
  derived: (use) => hkdf(sha256, chance, undefined, bytesOf(`${form} ${use}`), 32),
})

/** `form`: what the words are for, with a version: words of another form do not pass the check. */
export const newSaid = (form: string): SaidSecret => secretOf(form, randomBytes(CHANCE_BYTES))

/** Null for words that are none of this form, or were copied wrongly. */
export function readSaid(form: string, typed: string): SaidSecret | null {
  const bytes = fromProquints(typed)
  if (bytes?.length !== CHANCE_BYTES + CHECK_BYTES) return null
  const [chance, check] = [bytes.slice(0, CHANCE_BYTES), bytes.slice(CHANCE_BYTES)]
  return checkOf(form, chance).every((byte, at) => byte === check[at]) ? secretOf(form, chance) : null
}
