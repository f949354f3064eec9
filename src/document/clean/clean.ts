/** The bytes of a file as received in, a copy that tells nothing but what it shows out: the one function through which a copy for others is made. */
import { refuse } from '../../core/faults.ts'
import { DOCX, XLSX } from '../sniff.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanOffice } from './office.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

export const CLEANER = 'clean@1'
/** Cleaning of a PDF needs a program that can write one; it is handed in. */
export type CleanPdf = (bytes: Uint8Array) => Promise<Uint8Array>

const CLEANERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  [DOCX]: cleanOffice,
  [XLSX]: cleanOffice,
  // Letters alone: there is nothing beside them.
  'text/plain': (bytes) => bytes.slice(),
  'text/markdown': (bytes) => bytes.slice(),
  'text/csv': (bytes) => bytes.slice(),
}

/** What the first bytes say, whatever the file is called: WebP is no kind that reports come in, but pictures do. */
export function kindOf(bytes: Uint8Array, mediaType: string): string {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  return /^RIFF[\s\S]{4}WEBP$/.test(head) ? 'image/webp' : mediaType
}

/**
 * Removes what the file says about itself: place, device, authors, days, histories, small pictures. What it *shows* stays: faces,
 * names, a number plate. Cleaned twice it is the same. Refuses `clean.kind` for a kind that cannot be cleaned, `clean.holds` for a
 * file with something inside that cannot be, and `input.broken` for one that is not whole.
 */
export async function cleanCopy(
  bytes: Uint8Array,
  mediaType: string,
  cleanPdf: CleanPdf | null,
): Promise<Uint8Array> {
  const kind = kindOf(bytes, mediaType)
  if (kind === 'application/pdf' && cleanPdf) return cleanPdf(bytes)
  const clean = CLEANERS[kind]
  if (!clean) throw refuse('clean.kind', { type: kind })
  return clean(bytes)
}
