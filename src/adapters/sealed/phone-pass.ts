/** The words of a phone's pass in; what it signs and which receipts it believes out. The same runs on the phone and in the house. */
import { ed25519 } from '@noble/curves/ed25519.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex } from '@scure/base'
import { type ItemHead, receiptText, signedText, type Vouched } from '../../core/field/item.ts'
import { newSaid, readSaid, type SaidSecret } from './said-secret.ts'

export type PhonePass = {
  readonly words: string
  /** Ed25519 (RFC 8032): the phone signs with the secret, the house keeps the key alone. */
  readonly secret: Uint8Array
  readonly key: string
  /** Known to both: whoever stands between can take what is sent, and cannot say that the house has it. */
  readonly receipts: string
}

const FORM = 'aigaq phone@1'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const passOf = ({ words, derived }: SaidSecret): PhonePass => {
  const secret = derived('items')
  return {
    ...{ words, secret, receipts: hex.encode(derived('receipts')) },
    key: base64.encode(ed25519.getPublicKey(secret)),
  }
}

export const newPass = (): PhonePass => passOf(newSaid(FORM))
/** Null for words that are no pass, or were typed wrongly. */
export function readPass(typed: string): PhonePass | null {
  const said = readSaid(FORM, typed)
  return said && passOf(said)
}

export const vouchFor = ({ secret, key }: Pick<PhonePass, 'secret' | 'key'>, head: ItemHead): Vouched => ({
  key,
  signature: base64.encode(ed25519.sign(bytesOf(signedText(head)), secret)),
})

export function isVouched({ key, signature }: Vouched, head: ItemHead): boolean {
  try {
    const [sign, by] = [base64.decode(signature), base64.decode(key)]
    // RFC 8032 to the letter, as for lists of recipients.
    return ed25519.verify(sign, bytesOf(signedText(head)), by, { zip215: false })
  } catch {
    return false
  }
}

/** `receipts`: of the pass that asks. */
export const receiptFor = (receipts: string, id: string): string =>
  hex.encode(hmac(sha256, hex.decode(receipts), bytesOf(receiptText(id))))

export const idOf = (body: Uint8Array): string => hex.encode(sha256(body))
