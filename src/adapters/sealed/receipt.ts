/** The words of a receipt in, the mailbox they open and the key that replies are sealed to out. Nothing of them is kept anywhere. */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { bech32, hex } from '@scure/base'
import { fromProquints, toProquints } from '../../core/sealed/proquint.ts'
import { keyOf } from './age.ts'

/** 112 bits of chance, which no slow hash needs to protect, and sixteen that find a slip of the pen. */
const CHANCE_BYTES = 14
const CHECK_BYTES = 2

export type Receipt = {
  readonly words: string
  /** What is shown to the server to ask for replies; the server keeps its SHA-256. */
  readonly mailbox: string
  readonly secret: string
  readonly key: string
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const checkOf = (chance: Uint8Array): Uint8Array =>
  sha256(Uint8Array.from([...text('aigaq receipt@1'), ...chance])).subarray(0, CHECK_BYTES)

const receiptOf = async (chance: Uint8Array): Promise<Receipt> => {
  const derived = (use: string): Uint8Array =>
    hkdf(sha256, chance, undefined, text(`aigaq receipt@1 ${use}`), 32)
  // An age identity is the 32 bytes of an X25519 key in bech32 (c2sp.org/age).
  const secret = bech32.encode('age-secret-key-', bech32.toWords(derived('replies')), false).toUpperCase()
  return {
    words: toProquints(Uint8Array.from([...chance, ...checkOf(chance)])),
    mailbox: hex.encode(derived('mailbox')),
    secret,
    key: await keyOf(secret),
  }
}

export const newReceipt = (): Promise<Receipt> => receiptOf(randomBytes(CHANCE_BYTES))

/** Null for words that are no receipt, or one that was copied wrongly. */
export async function readReceipt(typed: string): Promise<Receipt | null> {
  const bytes = fromProquints(typed)
  if (bytes?.length !== CHANCE_BYTES + CHECK_BYTES) return null
  const [chance, check] = [bytes.slice(0, CHANCE_BYTES), bytes.slice(CHANCE_BYTES)]
  return checkOf(chance).every((byte, at) => byte === check[at]) ? receiptOf(chance) : null
}
