/** Bytes → the text they spell, or a refusal that names the likely encoding; never a replacement character of our making. */
import { detect } from 'chardet'
import { refuse } from '../core/faults.ts'
import { headOf } from './sniff.ts'

/** The text in one encoding, null when the bytes are not that encoding or the name is unknown. A leading BOM is left out. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // TypeError: bytes that do not fit · RangeError: a name nobody knows. Anything else is a fault of ours.
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

const byMark = (bytes: Uint8Array): string | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
        ? 'utf-8'
        : null

/** `windows-1251` from `<meta charset>` or the http-equiv form. */
const charsetOfMeta = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(headOf(bytes))?.[1] ?? null

/**
 * Text as its author wrote it, line ends as \n. `encoding` is what the person who brings the file says; it wins over all but a
 * byte order mark. Strict UTF-8 is tried before a page's own charset: a text that is UTF-8 by chance hardly exists, a page with
 * the wrong charset does.
 */
export function decode(bytes: Uint8Array, given: { encoding?: string; html: boolean }): string {
  const said = byMark(bytes) ?? given.encoding ?? null
  const declared = given.html ? charsetOfMeta(bytes) : null
  const text =
    said === null
      ? (decodeAs(bytes, 'utf-8') ?? (declared === null ? null : decodeAs(bytes, declared)))
      : decodeAs(bytes, said)
  if (text === null) {
    const guess = detect(bytes)?.toLowerCase() ?? 'unknown'
    throw refuse('input.encoding', { guess, given: said ?? declared ?? 'utf-8' })
  }
  // No store keeps a NUL, and no report holds one.
  if (text.includes('\0')) throw refuse('input.binary')
  return text.replace(/\r\n?/g, '\n')
}
