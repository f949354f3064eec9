/** Bytes as received → a Document: text, blocks, language; or a refusal that says what is wrong with the file. */
import type { Document, MediaType } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import type { Tell } from '../core/progress.ts'
import type { PictureReader } from '../core/recognition.ts'
import { CSV_READER, readCsv } from './csv.ts'
import { DOCX_READER, readDocx } from './docx.ts'
import { EML_READER, readEml } from './eml.ts'
import { decode } from './encoding.ts'
import { HTML_READER, readHtml } from './html.ts'
import { languageOf } from './language.ts'
import { checkWords } from './long-words.ts'
import { MD_READER, readMd } from './md.ts'
import { readOoni } from './ooni/ooni.ts'
import { OONI_READER } from './ooni/tell.ts'
import { PDF_READER, readPdf } from './pdf.ts'
import { PICTURE_READER, type Recogniser, readPicture } from './picture.ts'
import { DOCX, sniff, XLSX } from './sniff.ts'
import { type Reading, readTxt, TXT_READER } from './txt.ts'
import { readXlsx, XLSX_READER } from './xlsx.ts'

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

type TextReader = {
  readonly id: string
  readonly takes: 'text'
  readonly read: (text: string) => Reading
}
type FileReader = {
  readonly id: string
  readonly takes: 'bytes'
  readonly read: (bytes: Uint8Array, tell?: Tell, recogniser?: Recogniser) => Reading | Promise<Reading>
}
const pictureReader = (type: MediaType): FileReader => ({
  ...{ id: PICTURE_READER, takes: 'bytes', read: readPicture(type) },
})
const READERS: Readonly<Record<MediaType, TextReader | FileReader>> = {
  'text/plain': { id: TXT_READER, takes: 'text', read: readTxt },
  'text/markdown': { id: MD_READER, takes: 'text', read: readMd },
  'text/html': { id: HTML_READER, takes: 'text', read: readHtml },
  'text/csv': { id: CSV_READER, takes: 'text', read: readCsv },
  'message/rfc822': { id: EML_READER, takes: 'bytes', read: readEml },
  'application/json': { id: OONI_READER, takes: 'bytes', read: readOoni },
  'application/pdf': { id: PDF_READER, takes: 'bytes', read: readPdf },
  [DOCX]: { id: DOCX_READER, takes: 'bytes', read: readDocx },
  [XLSX]: { id: XLSX_READER, takes: 'bytes', read: readXlsx },
  'image/png': pictureReader('image/png'),
  'image/jpeg': pictureReader('image/jpeg'),
  'image/tiff': pictureReader('image/tiff'),
}
/** True for files whose insides only their reader knows: callers read these apart, where they can do no harm. */
export const isOpaque = (bytes: Uint8Array, given: Given): boolean =>
  READERS[sniff(bytes, given)].takes === 'bytes'

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** `windows-1251` out of `text/html; charset=windows-1251`. */
const charsetOf = (mediaType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?([\w:-]+)/i.exec(mediaType ?? '')?.[1]

/** What the body of the text says, without the menus that may be in another language; all of it if nothing else is there. */
function prose({ text, blocks }: Reading): string {
  const read = blocks.filter(({ kind }) => kind !== 'furniture' && kind !== 'footnote')
  return (read.length > 0 ? read : blocks).map(({ span }) => text.slice(span.start, span.end)).join('\n')
}

function decodedText(bytes: Uint8Array, given: Given, mediaType: MediaType): string {
  const encoding = given.encoding ?? charsetOf(given.mediaType)
  const decoded = decode(bytes, {
    html: mediaType === 'text/html',
    ...(encoding === undefined ? {} : { encoding }),
  })
  if (!hasWords(decoded)) throw refuse('input.empty')
  return decoded
}

/**
 * Reads a file. Offsets of the blocks are those of `text`; for plain text that is the decoded file itself, but for a byte order
 * mark and CRLF. `tell` hears of each leaf, where a file has leaves. `pictures` makes out words in leaves that are pictures; without it these are left out.
 * Throws a Refusal (`input.*`) for whatever is no text, no known encoding or no language of ours.
 */
export async function readDocument(
  bytes: Uint8Array,
  given: Given,
  tell?: Tell,
  pictures?: PictureReader,
): Promise<Document> {
  const mediaType = sniff(bytes, given)
  const reader = READERS[mediaType]
  const reading =
    reader.takes === 'text'
      ? reader.read(decodedText(bytes, given, mediaType))
      : await reader.read(bytes, tell, pictures && { reader: pictures, language: given.language ?? null })
  // A page of scripts alone has bytes and yet says nothing.
  if (!hasWords(reading.text)) throw refuse('input.empty')
  // No store keeps a NUL, and no report holds one.
  if (reading.text.includes('\0')) throw refuse('input.binary')
  checkWords(reading.text)
  // Counts are told in English, whatever somebody said of the file.
  const language = mediaType === 'application/json' ? 'en' : (given.language ?? languageOf(prose(reading)))
  // Other data of the same language may read another word: what made the words out is a part of who read them.
  const by =
    pictures && reading.blocks.some((one) => one.recognised) ? `${reader.id} ${pictures.id}` : reader.id
  return { sha256: given.sha256, mediaType, language, reader: by, leftOut: [], ...reading }
}
