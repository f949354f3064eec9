/** The words of a receipt in, the mailbox they open and the key that replies are sealed to out. Nothing of them is kept anywhere. */
import { bech32, hex } from '@scure/base'
import { keyOf } from './age.ts'
import { newSaid, readSaid, type SaidSecret } from './said-secret.ts'

export type Receipt = {
  readonly words: string
  /** What is shown to the server to ask for replies; the server keeps its SHA-256. */
  readonly mailbox: string
  readonly secret: string
  readonly key: string
}

const FORM = 'aigaq receipt@1'

const receiptOf = async ({ words, derived }: SaidSecret): Promise<Receipt> => {
  // An age identity is the 32 bytes of an X25519 key in bech32 (c2sp.org/age).
  const secret = bech32.encode('age-secret-key-', bech32.toWords(derived('replies')), false).toUpperCase()
  return { words, mailbox: hex.encode(derived('mailbox')), secret, key: await keyOf(secret) }
}

export const newReceipt = (): Promise<Receipt> => receiptOf(newSaid(FORM))

/** Null for words that are no receipt, or one that was copied wrongly. */
export async function readReceipt(typed: string): Promise<Receipt | null> {
  const said = readSaid(FORM, typed)
  return said && receiptOf(said)
}
