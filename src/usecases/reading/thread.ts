/** Runs in a thread of its own: one piece of work in, its parts as they are done, then its result or the faults of it, out. */
import { parentPort, workerData } from 'node:worker_threads'
import { openPdfCleaner } from '../../adapters/clean-pdf.ts'
import { openPictureReader } from '../../adapters/ocr/picture-reader.ts'
import { Refusal } from '../../core/faults.ts'
import { cleanCopy } from '../../document/clean/clean.ts'
import { cleanJpeg } from '../../document/clean/jpeg.ts'
import { readDocument } from '../../document/read.ts'
import { readReturned } from '../../document/returned/read-returned.ts'
import { extract } from '../../extract/extract.ts'
import type { Answer, Result, Work } from './work.ts'

const answer = (one: Answer): void => parentPort?.postMessage(one)

/** Nobody reads faster than this; a message for each sentence would cost more than the sentence. */
const TELL_EVERY_MS = 100
let told = 0
function tell(done: number, all: number): void {
  if (performance.now() - told < TELL_EVERY_MS) return
  told = performance.now()
  answer({ kind: 'part', done, all })
}

async function resultOf(work: Work): Promise<Result> {
  switch (work.kind) {
    case 'read': {
      const pictures = work.pictures ? await openPictureReader() : undefined
      return readDocument(work.bytes, work.given, tell, pictures)
    }
    case 'returned':
      return readReturned(work.bytes, { authors: work.authors })
    case 'clean':
      return cleanCopy(work.bytes, work.mediaType, await openPdfCleaner(cleanJpeg))
    case 'extract':
      return extract(work.document, work.context, tell)
  }
}

try {
  answer({ kind: 'done', result: await resultOf(workerData as Work) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  answer({ kind: 'refused', faults: error.faults })
}
