/** Keys and notes in, signature lines and whether they hold out: C2SP signed-note, and tlog-cosignature for witnesses. */
import { createHash } from 'node:crypto'
import { fromBase64, isKeyName, type Note, type NoteSignature, toBase64 } from '../core/log/note.ts'
import { fingerprintOf, isSignedBy, type Signer } from './signing.ts'

/** The byte that tells what a key is for, so that a witness's signature is never taken for the log's own. */
const KINDS = { log: 1, witness: 4 } as const
const ID_BYTES = 4
const TIME_BYTES = 8
const KEY_BYTES = 32

export type NoteKey = { readonly name: string; readonly use: keyof typeof KINDS; readonly key: string }
/** `at`: when a witness saw it; the log's own signature has no time. */
export type Held = { readonly at: string | null }

/** Named after its key: it tells neither the country nor the site, and no two logs share it. */
export const keyOf = (signer: Signer, use: NoteKey['use'], name?: string): NoteKey => ({
  name: name ?? `${use === 'log' ? 'aigaq' : 'witness'}-${fingerprintOf(signer.key).slice(0, 16)}`,
  use,
  key: signer.key,
})

const withKind = ({ use, key }: NoteKey): Uint8Array => Uint8Array.from([KINDS[use], ...fromBase64(key)])

const idOf = (key: NoteKey): Uint8Array =>
  createHash('sha256').update(`${key.name}\n`).update(withKind(key)).digest().subarray(0, ID_BYTES)

/** `name+id+key`: what is handed to whoever is to check signatures, by a way that is trusted. */
export const noteKeyText = (key: NoteKey): string =>
  `${key.name}+${Buffer.from(idOf(key)).toString('hex')}+${toBase64(withKind(key))}`

/** Null for anything else, and where the id does not fit the key. */
export function readNoteKey(text: string): NoteKey | null {
  const [, name = '', id = '', encoded = ''] =
    /^(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text.trim()) ?? []
  const [kind, ...bytes] = Buffer.from(encoded, 'base64')
  const use = (Object.keys(KINDS) as NoteKey['use'][]).find((one) => KINDS[one] === kind)
  if (!isKeyName(name) || !use || bytes.length !== KEY_BYTES) return null
  const key: NoteKey = { name, use, key: toBase64(Uint8Array.from(bytes)) }
  return noteKeyText(key) === `${name}+${id}+${encoded}` ? key : null
}

const signatureLine = (key: NoteKey, rest: Uint8Array): NoteSignature => ({
  name: key.name,
  signed: toBase64(Uint8Array.from([...idOf(key), ...rest])),
})

export const signedNote = (signer: Signer, key: NoteKey, text: string): Note => ({
  text,
  signatures: [signatureLine(key, fromBase64(signer.sign(Buffer.from(text))))],
})

const SEEN = 'cosignature/v1'
const timed = (text: string, seconds: number): Buffer => Buffer.from(`${SEEN}\ntime ${seconds}\n${text}`)

/** `at`: an instant in ISO 8601; whole seconds of it are signed. */
export function cosigned(signer: Signer, key: NoteKey, text: string, at: string): NoteSignature {
  const seconds = Math.floor(Date.parse(at) / 1000)
  const time = new Uint8Array(TIME_BYTES)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  return signatureLine(key, Uint8Array.from([...time, ...fromBase64(signer.sign(timed(text, seconds)))]))
}

/** What a signature of this key on the note says; null where there is none that holds. */
export function signatureBy({ text, signatures }: Note, key: NoteKey): Held | null {
  const id = Buffer.from(idOf(key))
  for (const { name, signed } of signatures) {
    const bytes = Buffer.from(signed, 'base64')
    if (name !== key.name || !bytes.subarray(0, ID_BYTES).equals(id)) continue
    const rest = bytes.subarray(ID_BYTES)
    if (key.use === 'log' && isSignedBy(key.key, Buffer.from(text), rest.toString('base64')))
      return { at: null }
    if (key.use !== 'witness' || rest.length <= TIME_BYTES) continue
    const seconds = Number(rest.readBigUInt64BE(0))
    if (!isSignedBy(key.key, timed(text, seconds), rest.subarray(TIME_BYTES).toString('base64'))) continue
    const at = new Date(seconds * 1000)
    if (!Number.isNaN(at.getTime())) return { at: at.toISOString() }
  }
  return null
}
