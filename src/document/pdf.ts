/** The bytes of a PDF → its words with blocks and leaves; one that is locked, too long or has no words is refused. */
import { getDocumentProxy } from 'unpdf'
import { Refusal, refuse } from '../core/faults.ts'
import type { Tell } from '../core/progress.ts'
import { letterCounter, MOST_PAGES } from './bounds.ts'
import { pagedReading } from './paged-reading.ts'
import { linesOnPage, type PageLine, type Run } from './pdf-lines.ts'
import { linesInPictures, type Recogniser } from './picture.ts'
import type { Reading } from './txt.ts'

export const PDF_READER = 'pdf@1'

/** Nothing is drawn, run or fetched: fonts of the system, scripts and forms are of no use to a reader of words. */
const OPTIONS = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  useWorkerFetch: false,
  stopAtErrors: false,
  disableAutoFetch: true,
  disableStream: true,
  verbosity: 0,
} as const

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Opens it, or says why not. The reader takes the bytes away from whoever hands them in, so it is given a copy. */
async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes.slice(), OPTIONS)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw refuse('input.locked')
    throw refuse('input.broken')
  }
}

async function pageLines(
  pdf: Pdf,
  number: number,
  count: (words: string) => void,
): Promise<readonly PageLine[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: false })
  const runs = items.flatMap((item): Run[] => ('str' in item ? [item] : []))
  for (const run of runs) count(run.str)
  page.cleanup()
  return linesOnPage(runs)
}

async function allPages(pdf: Pdf, tell?: Tell): Promise<readonly (readonly PageLine[])[]> {
  if (pdf.numPages > MOST_PAGES) throw refuse('input.pages', { n: pdf.numPages, limit: MOST_PAGES })
  const pages: (readonly PageLine[])[] = []
  const count = letterCounter()
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await pageLines(pdf, number, count))
      tell?.(number, pdf.numPages)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse('input.broken')
  }
  return pages
}

const hasWords = (lines: readonly PageLine[]): boolean =>
  lines.some((line) => /\p{L}.*\p{L}/u.test(line.words))

/** Reads the text layer; leaves without one as pictures, where a machine for it is here. Blocks carry the leaf they begin on. */
export async function readPdf(bytes: Uint8Array, tell?: Tell, recogniser?: Recogniser): Promise<Reading> {
  const pages = await layerOf(bytes, recogniser ? undefined : tell)
  const numbers = pages.flatMap((lines, index) => (hasWords(lines) ? [] : [index + 1]))
  const asked = { bytes, mediaType: 'application/pdf', numbers, tell }
  const found = recogniser && numbers.length > 0 ? linesInPictures(recogniser, asked).lines : new Map()
  const unread = numbers.length - found.size
  if (unread === pages.length) throw refuse('input.scanned', { n: unread })
  return pagedReading(
    pages.map((lines, index) => found.get(index + 1) ?? lines),
    unread,
  )
}

async function layerOf(bytes: Uint8Array, tell?: Tell): Promise<readonly (readonly PageLine[])[]> {
  const pdf = await openPdf(bytes)
  try {
    return await allPages(pdf, tell)
  } finally {
    await pdf.loadingTask.destroy()
  }
}
