/** A text with the signatures of those who stand for it ⇄ one note, as C2SP signed-note (c2sp.org/signed-note) writes it. */

/** What a signature line says: whose, the first four bytes of the key's hash, and what was signed; base64 as it stands. */
export type NoteSignature = { readonly name: string; readonly signed: string }
/** `text` ends with a line feed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** U+2014, as the format prescribes. */
const DASH = '\u2014'
const MOST_SIGNATURES = 100

/** A name has no space and no plus, so that a key can be written behind it. */
export const isKeyName = (name: string): boolean => /^[^\s+]+$/u.test(name) && name.length <= 200

export const noteText = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(({ name, signed }) => `${DASH} ${name} ${signed}\n`).join('')}`

/** Null for what is no note: every byte counts, since a signature covers them. */
export function readNote(written: string): Note | null {
  const end = written.lastIndexOf('\n\n')
  if (end < 0 || !written.endsWith('\n') || !isPlain(written)) return null
  const text = written.slice(0, end + 1)
  const lines = written.slice(end + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return null
  const signatures = lines.map((line): NoteSignature | null => {
    const [, name = '', signed = ''] = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? []
    return isKeyName(name) && isBase64(signed) ? { name, signed } : null
  })
  const whole = signatures.filter((one) => one !== null)
  return whole.length === signatures.length ? { text, signatures: whole } : null
}

/** No control characters but line feeds, so that what is shown is what was signed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const isPlain = (text: string): boolean => !/[\u0000-\u0009\u000b-\u001f\u007f\ufffd]/u.test(text)

/** Only the one way to write these bytes: two writings of one signature would be two notes. */
export const isBase64 = (text: string): boolean => {
  try {
    return btoa(atob(text)) === text
  } catch {
    return false
  }
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
