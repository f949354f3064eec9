/** A list of recipients and an offline key in, a signed file out; such a file and the key it must be signed with in, the list out. */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { toProquints } from '../../core/sealed/proquint.ts'
import { type RecipientList, readList } from '../../core/sealed/recipients.ts'

/** `list` is the very text that was signed. */
export type SignedList = { readonly list: string; readonly signature: string }

/** What is signed says what it is, so that a signature made for something else is none of a list. */
const signedBytes = (list: string): Uint8Array => new TextEncoder().encode(`aigaq recipients@1\n${list}`)

/** `secret`: the 32 bytes of an Ed25519 key (RFC 8032). */
export function signList(list: RecipientList, secret: Uint8Array): SignedList {
  const text = JSON.stringify(list)
  return { list: text, signature: base64.encode(ed25519.sign(signedBytes(text), secret)) }
}

export const newRoot = (): { readonly secret: Uint8Array; readonly key: string } => {
  const { secretKey, publicKey } = ed25519.keygen()
  return { secret: secretKey, key: base64.encode(publicKey) }
}
export const rootOf = (secret: Uint8Array): string => base64.encode(ed25519.getPublicKey(secret))

export function readSigned(file: string): SignedList | null {
  try {
    const { list, signature } = JSON.parse(file) as Record<string, unknown>
    return typeof list === 'string' && typeof signature === 'string' ? { list, signature } : null
  } catch {
    return null
  }
}

/** Null unless this key signed exactly this text, and it is a list. Whether it holds today is asked apart. */
export function listSignedBy(root: string, { list, signature }: SignedList): RecipientList | null {
  try {
    // RFC 8032 to the letter: the check of ZIP 215, which is this package's own, takes more than one signature for one text.
    const isSigned = ed25519.verify(base64.decode(signature), signedBytes(list), base64.decode(root), {
      zip215: false,
    })
    return isSigned ? readList(list) : null
  } catch {
    return null
  }
}

const WORD_BYTES = 16
/** Eight words of a key, to be read out or printed on a leaflet: 128 bits of its SHA-256. */
export const wordsOfKey = (key: Uint8Array): string => toProquints(sha256(key).subarray(0, WORD_BYTES))
export const wordsOfRoot = (root: string): string => wordsOfKey(base64.decode(root))
export const wordsOfRecipient = (key: string): string => wordsOfKey(new TextEncoder().encode(key))
