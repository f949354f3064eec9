/** The bytes of a PDF in, the same pages without authors, histories, remarks, files and scripts out: written anew by MuPDF, which reaches neither disk nor network. */
import { refuse } from '../core/faults.ts'

type Mupdf = typeof import('mupdf')
type PdfObject = import('mupdf').PDFObject
type PdfDocument = import('mupdf').PDFDocument

/** Of the whole document: what it says of itself, scripts, files within, forms with what was typed. */
const OF_CATALOG = [
  'Metadata',
  'PieceInfo',
  'AA',
  'OpenAction',
  'Names',
  'AF',
  'Collection',
  'Perms',
  'DSS',
  'Legal',
  'SpiderInfo',
]
/** Of anything: XMP, private data of programs, when it was changed. Fonts and pictures carry them too. */
const OF_ANYTHING = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AA',
  'Thumb',
  'OPI',
  'AF',
  'Measure',
  'PtData',
  'Alternates',
]
const MOST_OBJECTS = 500_000

/** Null where MuPDF is not installed. `cleanJpeg` cleans the photographs inside: they are kept as they were put in. */
export async function openPdfCleaner(
  cleanJpeg: (bytes: Uint8Array) => Uint8Array,
): Promise<((bytes: Uint8Array) => Promise<Uint8Array>) | null> {
  let mupdf: Mupdf
  try {
    mupdf = await import('mupdf')
  } catch {
    return null
  }
  return async (bytes) => clean(mupdf, bytes, cleanJpeg)
}

function clean(mupdf: Mupdf, bytes: Uint8Array, cleanJpeg: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const document = opened(mupdf, bytes)
  try {
    const trailer = document.getTrailer()
    for (const key of ['Info', 'ID']) trailer.delete(key)
    const catalog = trailer.get('Root')
    for (const key of OF_CATALOG) catalog.delete(key)
    const count = document.countObjects()
    if (count > MOST_OBJECTS) throw refuse('input.unpacked', { limit: MOST_OBJECTS })
    for (let page = 0; page < document.countPages(); page += 1) cleanPage(document.findPage(page))
    for (let number = 1; number < count; number += 1) cleanObject(document.newIndirect(number), cleanJpeg)
    // What nothing leads to any more is not written: neither what was taken out, nor what stood in earlier versions.
    return document.saveToBuffer('garbage=deduplicate,compress,sanitize=no').asUint8Array().slice()
  } finally {
    document.destroy()
  }
}

function opened(mupdf: Mupdf, bytes: Uint8Array): PdfDocument {
  try {
    const document = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF()
    if (document && !document.needsPassword()) return document
  } catch {
    // Told below.
  }
  throw refuse('input.broken')
}

/** Remarks say who made them; links are what the page says. */
function cleanPage(page: PdfObject): void {
  const remarks = page.get('Annots')
  if (!remarks.isArray()) return
  for (let at = remarks.length - 1; at >= 0; at -= 1) {
    const one = remarks.get(at)
    const isLink = one.get('Subtype').isName() && one.get('Subtype').asName() === 'Link'
    const uri = one.get('A', 'URI')
    if (!isLink || (one.get('A', 'S').isName() && !uri.isString() && one.get('A', 'D').isNull()))
      remarks.delete(at)
    else for (const key of ['Contents', 'T', 'NM', 'M', 'CreationDate']) one.delete(key)
  }
}

function cleanObject(one: PdfObject, cleanJpeg: (bytes: Uint8Array) => Uint8Array): void {
  if (!one.isDictionary() && !one.isStream()) return
  for (const key of OF_ANYTHING) one.delete(key)
  if (!one.isStream()) return
  const filter = one.get('Filter')
  const names = (
    filter.isArray() ? Array.from({ length: filter.length }, (_, at) => filter.get(at)) : [filter]
  )
    .filter((name) => name.isName())
    .map((name) => name.asName())
  // What is in such a picture cannot be told here.
  if (names.includes('JPXDecode')) throw refuse('clean.holds', { name: 'JPEG 2000' })
  if (names.at(-1) === 'DCTDecode') one.writeRawStream(cleanJpeg(packedIn(one, filter, names.length > 1)))
}

/** The JPEG in a stream as it was put in. Where it was packed once more that is taken off, and stays off. */
function packedIn(one: PdfObject, filter: PdfObject, isPackedOnce: boolean): Uint8Array {
  if (!isPackedOnce) return one.readRawStream().asUint8Array().slice()
  const parameters = one.get('DecodeParms')
  const last = filter.length - 1
  const kept = parameters.isArray() ? parameters.get(last) : null
  const jpeg = filter.get(last)
  filter.delete(last)
  if (parameters.isArray()) parameters.delete(last)
  const bytes = one.readStream().asUint8Array().slice()
  one.put('Filter', jpeg)
  one.delete('DecodeParms')
  if (kept?.isDictionary()) one.put('DecodeParms', kept)
  return bytes
}
