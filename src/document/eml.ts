/** The bytes of a mail → its subject and what it says; nobody's address, and what hangs on it is named and not read. */
import PostalMime, { type Email } from 'postal-mime'
import type { LeftOut } from '../core/document.ts'
import { Refusal, refuse } from '../core/faults.ts'
import { letterCounter } from './bounds.ts'
import { compose, type Piece, pieceOf, piecesOf } from './composing.ts'
import { readHtml } from './html.ts'
import { type Reading, readTxt } from './txt.ts'

export const EML_READER = 'eml@1'

/** A mail within a mail is an attachment: whoever forwards one has its words in the body, too, or means to hide them. */
const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 30, maxHeadersSize: 256 * 1024 } as const

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, OPTIONS)
  } catch (error) {
    // Nesting and headers beyond the bounds, and whatever else is no mail.
    if (error instanceof Refusal) throw error
    throw refuse('input.broken')
  }
}

/** The day in the sender's header, as furniture: it is shown, and no rule takes it for the day of an incident. */
const dayPiece = (date: string | undefined): Piece | null => {
  const day = /^\d{4}-\d{2}-\d{2}(?=T)/.exec(date ?? '')?.[0]
  return day === undefined ? null : { kind: 'furniture', words: day }
}

/** The parser makes a text out of a page where the sender wrote only a page; ours reads pages better. */
function hasPlainPart(bytes: Uint8Array): boolean {
  const raw = new TextDecoder('latin1').decode(bytes)
  return /^content-type:\s{0,3}text\/plain/im.test(raw) || !/^content-type:\s{0,3}text\/html/im.test(raw)
}

/** Reads a mail. Of the headers only subject and day stay: senders and receivers are people, and none of the report's words. */
export async function readEml(bytes: Uint8Array): Promise<Reading> {
  const mail = await parse(bytes)
  const body = mail.text?.trim() && hasPlainPart(bytes) ? mail.text : null
  const count = letterCounter()
  count(body ?? mail.html ?? '')
  const text = (body ?? '').replace(/\r\n?/g, '\n').replaceAll('\0', '')
  const reading = body === null ? readHtml(mail.html ?? '') : readTxt(text)
  const pieces = [pieceOf('heading', mail.subject ?? ''), dayPiece(mail.date), ...piecesOf(reading)]
  const names = mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType)
  const leftOut: LeftOut[] = names.length > 0 ? [{ kind: 'attachment', n: names.length, names }] : []
  return { ...compose(pieces.filter((one) => one !== null)), leftOut }
}
