/** Bytes, a name, a declared media type → which reader may read them, or why none can. */
import { MEDIA_TYPES, type MediaType } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import { isDocx } from './docx.ts'
import { looksLikeOoni } from './ooni/ooni.ts'
import { isXlsx } from './xlsx.ts'
import { namesIn } from './zip.ts'

/** Above this a text is no report: callers look at the size before they read the file, this is the second lock. */
export const MAX_BYTES = 20 * 1024 * 1024

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** First bytes of files that are not text, with what they are. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly mediaType: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], mediaType: 'application/zip' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], mediaType: 'application/zip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], mediaType: 'application/msword' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], mediaType: 'application/rtf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], mediaType: 'image/png' },
  { bytes: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], mediaType: 'image/tiff' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], mediaType: 'image/tiff' },
  { bytes: [0x47, 0x49, 0x46, 0x38], mediaType: 'image/gif' },
  { bytes: [0x1f, 0x8b], mediaType: 'application/gzip' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], mediaType: 'application/x-7z-compressed' },
  { bytes: [0x52, 0x61, 0x72, 0x21], mediaType: 'application/vnd.rar' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], mediaType: 'application/x-executable' },
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
  eml: 'message/rfc822',
  doc: 'application/msword',
  docx: DOCX,
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  xls: 'application/vnd.ms-excel',
  xlsx: XLSX,
  csv: 'text/csv',
  tsv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/json',
  ndjson: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
}

const BY_DECLARATION: Readonly<Record<string, MediaType>> = {
  ...Object.fromEntries(MEDIA_TYPES.map((type) => [type, type])),
  'text/x-markdown': 'text/markdown',
  'application/xhtml+xml': 'text/html',
  'text/tab-separated-values': 'text/csv',
}

const isReadable = (type: string): type is MediaType => MEDIA_TYPES.some((one) => one === type)
/** Kinds that their first bytes tell; what is only called so is damaged. */
const isPacked = (type: MediaType): boolean =>
  type === 'application/pdf' || type === DOCX || type === XLSX || type.startsWith('image/')

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte)

export const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])

/** Latin-1 reading of the first bytes: enough to see ASCII tags in any encoding that extends ASCII. */
export const headOf = (bytes: Uint8Array, length = 2048): string =>
  String.fromCharCode(...bytes.subarray(0, length))

/** A mail by its headers: one that only the ways of mail write, before the first blank line. */
const isMail = (head: string): boolean =>
  /^(?:>?From \S+ .*\r?\n)?[\w-]+:/.test(head) &&
  /^(mime-version|message-id|received|return-path|x-mozilla-status):/im.test(
    head.split(/\r?\n\r?\n/)[0] ?? '',
  )

/** `EncryptedPackage`, as UTF-16 in the directory of the file: an office file behind a password. */
function isLocked(bytes: Uint8Array): boolean {
  const words = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  return words.includes('EncryptedPackage')
}

/** What the content is, whatever it is called; null when it is text of some kind. */
function byContent(bytes: Uint8Array, ending: string | undefined): MediaType | null {
  // Readers of PDF look for the mark in the first kilobyte, so files with something before it go round.
  if (/^[\s\S]{0,1000}?%PDF-\d/.test(headOf(bytes, 1024))) return 'application/pdf'
  const signed = SIGNATURES.find((one) => startsWith(bytes, one.bytes))?.mediaType
  // MZ begins words, too; no word goes on with a NUL.
  const isProgram = startsWith(bytes, [0x4d, 0x5a]) && bytes.subarray(0, 64).includes(0)
  if (isProgram) throw refuse('input.media-type', { type: 'application/x-msdownload' })
  if (signed === undefined) return null
  if (isReadable(signed)) return signed
  if (signed === 'application/msword' && isLocked(bytes)) throw refuse('input.locked')
  if (signed === 'application/zip') {
    const names = namesIn(bytes)
    if (isDocx(names)) return DOCX
    if (isXlsx(names)) return XLSX
    const isCalled = ending !== undefined && !isReadable(ending)
    throw refuse('input.media-type', { type: isCalled ? ending : signed })
  }
  throw refuse('input.media-type', { type: ending && !isReadable(ending) ? ending : signed })
}

/** The media type to read the bytes as. Throws a Refusal for anything that is empty, too large or of no kind that is read. */
export function sniff(bytes: Uint8Array, given: { name: string; mediaType?: string }): MediaType {
  if (bytes.length === 0) throw refuse('input.empty')
  if (bytes.length > MAX_BYTES) throw refuse('input.too-large', { size: bytes.length, limit: MAX_BYTES })
  const ending = BY_ENDING[/\.([a-z0-9]{1,8})$/i.exec(given.name)?.[1]?.toLowerCase() ?? '']
  const known = byContent(bytes, ending)
  if (known) return known
  const head = headOf(bytes, 8192)
  if (looksLikeOoni(bytes)) return 'application/json'
  if (isMail(head)) return 'message/rfc822'
  if (bytes.includes(0) && !hasUtf16Mark(bytes)) throw refuse('input.binary')
  // A saved page stays a page whatever it is called: read as plain text its scripts would become words.
  if (/^\W*<(!doctype\s+html|html[\s>])/i.test(head.slice(0, 2048).replaceAll('\0', ''))) return 'text/html'
  const type = byName(given.mediaType?.split(';')[0]?.trim().toLowerCase() ?? '', ending)
  if (isPacked(type)) throw refuse('input.broken')
  return type
}

function byName(declared: string, ending: string | undefined): MediaType {
  if (declared !== '' && declared !== 'application/octet-stream') {
    const known = BY_DECLARATION[declared]
    if (known === undefined) throw refuse('input.media-type', { type: declared })
    // Servers and browsers call Markdown and lists text/plain; the ending then knows better.
    const better = ending === 'text/markdown' || ending === 'text/csv'
    return known === 'text/plain' && better ? ending : known
  }
  if (ending === undefined) return 'text/plain'
  if (!isReadable(ending)) throw refuse('input.media-type', { type: ending })
  return ending
}
