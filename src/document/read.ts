/** Bytes as received → a Document: text, blocks, language; or a refusal that says what is wrong with the file. */
import type { Document } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import { decode } from './encoding.ts'
import { HTML_READER, readHtml } from './html.ts'
import { languageOf } from './language.ts'
import { checkWords } from './long-words.ts'
import { MD_READER, readMd } from './md.ts'
import { type MediaType, sniff } from './sniff.ts'
import { type Reading, readTxt, TXT_READER } from './txt.ts'

export { MAX_BYTES } from './sniff.ts'

export type Given = {
  /** SHA-256 of the bytes, hex; hashing is not this stage's. */
  readonly sha256: string
  /** File name, for its ending only. */
  readonly name: string
  readonly mediaType?: string
  readonly encoding?: string
  readonly language?: Language
}

const READERS: Readonly<
  Record<MediaType, { readonly id: string; readonly read: (text: string) => Reading }>
> = {
  'text/plain': { id: TXT_READER, read: readTxt },
  'text/markdown': { id: MD_READER, read: readMd },
  'text/html': { id: HTML_READER, read: readHtml },
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** `windows-1251` out of `text/html; charset=windows-1251`. */
const charsetOf = (mediaType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?([\w:-]+)/i.exec(mediaType ?? '')?.[1]

/** What the body of the text says, without the menus that may be in another language; all of it if nothing else is there. */
function prose({ text, blocks }: Reading): string {
  const read = blocks.filter(({ kind }) => kind !== 'furniture' && kind !== 'footnote')
  return (read.length > 0 ? read : blocks).map(({ span }) => text.slice(span.start, span.end)).join('\n')
}

/**
 * Reads a file. Offsets of the blocks are those of `text`; for plain text that is the decoded file itself, but for a byte order
 * mark and CRLF. Throws a Refusal (`input.*`) for whatever is no text, no known encoding or no language of ours.
 */
export function readDocument(bytes: Uint8Array, given: Given): Document {
  const mediaType = sniff(bytes, given)
  const encoding = given.encoding ?? charsetOf(given.mediaType)
  const decoded = decode(bytes, {
    html: mediaType === 'text/html',
    ...(encoding === undefined ? {} : { encoding }),
  })
  if (!hasWords(decoded)) throw refuse('input.empty')
  const { id, read } = READERS[mediaType]
  const reading = read(decoded)
  // A page of scripts alone has bytes and yet says nothing.
  if (!hasWords(reading.text)) throw refuse('input.empty')
  checkWords(reading.text)
  const language = given.language ?? languageOf(prose(reading))
  return { sha256: given.sha256, mediaType, language, reader: id, ...reading }
}
