/** What is sealed in, the bytes that go into the encrypter out: one line that says what it is, the content, padding; and back. */
import { bucketOf } from './bucket.ts'

/** `about`: kind and id of the record it belongs to, `incident kz-2024-05-07-a`; null: none yet. All of it is sealed too. */
export type Envelope = {
  readonly form: 'sealed@1'
  readonly what: 'text' | 'file'
  readonly about: string | null
  /** What the words answer, where they stand in place of a field. */
  readonly field: string | null
  readonly name: string | null
  readonly type: string
  /** What goes with a file that came from a phone, as core/field/entry.ts writes it. */
  readonly beside?: string
}
export type Unsealed = { readonly envelope: Envelope; readonly content: Uint8Array }

/** ISO/IEC 7816-4: one byte 80, then zeros. Needs no length beforehand, so a stream can be padded when it ends. */
const MARK = 0x80
const NEWLINE = 10

export const headOf = (envelope: Envelope): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(envelope)}\n`)

/** The bytes that end something of this length. */
export function paddingFor(length: number): Uint8Array {
  const padding = new Uint8Array(bucketOf(length + 1) - length)
  padding[0] = MARK
  return padding
}

export function packed(envelope: Envelope, content: Uint8Array): Uint8Array {
  const head = headOf(envelope)
  const length = head.length + content.length
  const padding = paddingFor(length)
  const bytes = new Uint8Array(length + padding.length)
  bytes.set(head)
  bytes.set(content, head.length)
  bytes.set(padding, length)
  return bytes
}

export const packedText = (text: string, more: Partial<Envelope> = {}): Uint8Array =>
  packed({ ...PLAIN, ...more }, new TextEncoder().encode(text))
const PLAIN: Envelope = {
  form: 'sealed@1',
  what: 'text',
  about: null,
  field: null,
  name: null,
  type: 'text/plain',
}

export const packedFile = (
  content: Uint8Array,
  name: string,
  type: string,
  more: Partial<Envelope> = {},
): Uint8Array => packed({ ...PLAIN, what: 'file', name, type, ...more }, content)

/** Null for bytes that were not made here. */
export function unpacked(bytes: Uint8Array): Unsealed | null {
  const line = bytes.indexOf(NEWLINE)
  let end = bytes.length - 1
  while (end > line && bytes[end] === 0) end -= 1
  if (line < 0 || bytes[end] !== MARK) return null
  const envelope = envelopeIn(new TextDecoder().decode(bytes.subarray(0, line)))
  return envelope && { envelope, content: bytes.subarray(line + 1, end) }
}

export const textOf = ({ content }: Unsealed): string => new TextDecoder().decode(content)

function envelopeIn(line: string): Envelope | null {
  try {
    const read = JSON.parse(line) as Partial<Record<keyof Envelope, unknown>>
    const text = (one: unknown): string | null => (typeof one === 'string' ? one : null)
    return read.form === 'sealed@1' && (read.what === 'text' || read.what === 'file')
      ? {
          form: read.form,
          what: read.what,
          about: text(read.about),
          field: text(read.field),
          name: text(read.name),
          type: text(read.type) ?? 'application/octet-stream',
          ...(typeof read.beside === 'string' && { beside: read.beside }),
        }
      : null
  } catch {
    return null
  }
}
