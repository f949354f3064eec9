/** Bytes, a name, a declared media type → which reader may read them, or why none can. */
import type { Document } from '../core/document.ts'
import { refuse } from '../core/faults.ts'

export type MediaType = Document['mediaType']

/** Above this a text is no report: callers look at the size before they read the file, this is the second lock. */
export const MAX_BYTES = 20 * 1024 * 1024

/** First bytes of files that are not text, with the media type to name in the refusal. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly mediaType: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], mediaType: 'application/pdf' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], mediaType: 'application/zip' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], mediaType: 'application/zip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], mediaType: 'application/msword' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], mediaType: 'application/rtf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], mediaType: 'image/png' },
  { bytes: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], mediaType: 'image/gif' },
  { bytes: [0x1f, 0x8b], mediaType: 'application/gzip' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], mediaType: 'application/x-7z-compressed' },
]

const BY_ENDING: Readonly<Record<string, MediaType | string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
}

const BY_DECLARATION: Readonly<Record<string, MediaType>> = {
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
}

const isReadable = (type: string): type is MediaType =>
  type === 'text/plain' || type === 'text/markdown' || type === 'text/html'

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte)

export const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])

/** Latin-1 reading of the first bytes: enough to see ASCII tags in any encoding that extends ASCII. */
export const headOf = (bytes: Uint8Array, length = 2048): string =>
  String.fromCharCode(...bytes.subarray(0, length))

/** The media type to read the bytes as. Throws a Refusal for anything that is empty, too large or no text. */
export function sniff(bytes: Uint8Array, given: { name: string; mediaType?: string }): MediaType {
  if (bytes.length === 0) throw refuse('input.empty')
  if (bytes.length > MAX_BYTES) throw refuse('input.too-large', { size: bytes.length, limit: MAX_BYTES })
  const signed = SIGNATURES.find((one) => startsWith(bytes, one.bytes))
  const ending = BY_ENDING[/\.([a-z0-9]{1,8})$/i.exec(given.name)?.[1]?.toLowerCase() ?? '']
  if (signed)
    throw refuse('input.media-type', { type: ending && !isReadable(ending) ? ending : signed.mediaType })
  if (bytes.includes(0) && !hasUtf16Mark(bytes)) throw refuse('input.binary')
  // A saved page stays a page whatever it is called: read as plain text its scripts would become words.
  if (/^\W*<(!doctype\s+html|html[\s>])/i.test(headOf(bytes).replaceAll('\0', ''))) return 'text/html'
  const declared = given.mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (declared !== '' && declared !== 'application/octet-stream') {
    const known = BY_DECLARATION[declared]
    if (known === undefined) throw refuse('input.media-type', { type: declared })
    // Servers and browsers call Markdown text/plain; the ending then knows better.
    return known === 'text/plain' && ending === 'text/markdown' ? 'text/markdown' : known
  }
  if (ending === undefined) return 'text/plain'
  if (!isReadable(ending)) throw refuse('input.media-type', { type: ending })
  return ending
}
