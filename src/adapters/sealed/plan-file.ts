/** Text of a plan in, the file that is carried between tables out, sealed to the words of the day; and back. The same code runs here and in browsers. */
import { Decrypter, Encrypter } from 'age-encryption'
import { dayWords } from '../../core/plan/day-words.ts'
import { bucketOf } from '../../core/sealed/bucket.ts'

/** 64 MiB and half a second: a cheap phone has it, and words made by chance need no more. */
export const WORK = 16
/** Whoever made a file says how much memory opening it takes; beyond a quarter of a GiB it is not ours. */
const MOST_WORK = 18
/** A day of fifty thousand entries is smaller. */
export const MOST_FILE = 64 * 1024 * 1024
const AGE = /^age-encryption\.org\/v1\n-> scrypt \S+ (\d{1,2})\n/
/** A plan that a desk gave out unsealed. */
const PLAIN = 0x7b

/** Ends in empty lines, which a plan does not have: its length says only roughly how much was written. */
export const padded = (text: string): Uint8Array => {
  const bytes = new TextEncoder().encode(text)
  const out = new Uint8Array(bucketOf(bytes.length)).fill(0x0a)
  out.set(bytes)
  return out
}

export async function sealPlanFile(text: string, words: string, work = WORK): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(dayWords(words))
  encrypter.setScryptWorkFactor(work)
  return encrypter.encrypt(padded(text))
}

/** `words`: sealed under others, or altered; `none`: no file of a plan. Whether its lines hold is for `readPlanFile` to say. */
export type OpenedPlanFile =
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'words' }
  | { readonly kind: 'none' }

export async function openPlanFile(bytes: Uint8Array, words: string): Promise<OpenedPlanFile> {
  if (bytes.length > MOST_FILE) return { kind: 'none' }
  if (bytes[0] === PLAIN) return { kind: 'open', text: new TextDecoder().decode(bytes) }
  const [, work] = AGE.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200))) ?? []
  if (work === undefined || Number(work) > MOST_WORK) return { kind: 'none' }
  if (dayWords(words) === '') return { kind: 'words' }
  const decrypter = new Decrypter()
  decrypter.addPassphrase(dayWords(words))
  try {
    return { kind: 'open', text: await decrypter.decrypt(bytes, 'text') }
  } catch {
    return { kind: 'words' }
  }
}
