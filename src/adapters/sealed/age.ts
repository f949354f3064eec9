/** Bytes sealed to people's keys and opened with one, in the age format (c2sp.org/age). The same code runs here and in a reader's browser. */
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

const encrypterTo = (keys: readonly string[]): Encrypter => {
  const encrypter = new Encrypter()
  for (const key of keys) encrypter.addRecipient(key)
  return encrypter
}

export const sealTo = (keys: readonly string[], bytes: Uint8Array): Promise<Uint8Array> =>
  encrypterTo(keys).encrypt(bytes)

/** Sixty-four KiB at a time: nothing of the clear text is kept. */
export const sealStream = (
  keys: readonly string[],
  bytes: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> => encrypterTo(keys).encrypt(bytes)

/** Null: sealed to none of these, or altered. */
export async function openWith(
  identities: readonly string[],
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(sealed)
  } catch {
    return null
  }
}

export type Identity = { readonly secret: string; readonly key: string }
export async function newIdentity(): Promise<Identity> {
  const secret = await generateX25519Identity()
  return { secret, key: await identityToRecipient(secret) }
}
export const keyOf = (secret: string): Promise<string> => identityToRecipient(secret)

const SECRET = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/
const secretsIn = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => (SECRET.test(line.trim()) ? [line.trim()] : []))

/** A file of identities under a passphrase, as `age -p` writes one and reads one. */
export async function lockIdentity(text: string, passphrase: string, work = 18): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  return encrypter.encrypt(text)
}

export type OpenedIdentity =
  | { readonly kind: 'open'; readonly secrets: readonly string[] }
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'none' }

/** `passphrase`: empty when none was given; a file that needs one then says so. */
export async function openIdentity(file: Uint8Array, passphrase: string): Promise<OpenedIdentity> {
  const text = new TextDecoder().decode(file)
  const plain = secretsIn(text)
  if (plain.length > 0) return { kind: 'open', secrets: plain }
  const locked = text.startsWith('-----BEGIN AGE') ? armor.decode(text) : file
  if (!text.startsWith('age-encryption.org/v1') && locked === file) return { kind: 'none' }
  if (passphrase === '') return { kind: 'passphrase' }
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    const secrets = secretsIn(await decrypter.decrypt(locked, 'text'))
    return secrets.length > 0 ? { kind: 'open', secrets } : { kind: 'none' }
  } catch {
    return { kind: 'passphrase' }
  }
}
