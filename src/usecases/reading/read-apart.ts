/** The bytes of a file in, its Document out: files made of parts are opened in a thread that has its own memory and its time. */
import { Worker } from 'node:worker_threads'
import type { Document } from '../../core/document.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { type Given, isOpaque, readDocument } from '../../document/read.ts'

/**
 * T8: files that unfold beyond what any bound foresaw. Whatever the trick, the thread ends: by time (a yearbook of 300 pages
 * takes three seconds, a slow machine four times that), by the memory of its own heap, or when the whole process has grown.
 */
const MOST_SECONDS = 20
const MOST_HEAP_MB = 256
const MOST_GROWTH = 200 * 1024 * 1024
const LOOK_EVERY_MS = 20

/** One after the other: two bombs at once would be twice the memory. */
let turn: Promise<unknown> = Promise.resolve()

export function readApart(bytes: Uint8Array, given: Given): Promise<Document> {
  if (!isOpaque(bytes, given)) return readDocument(bytes, given)
  const mine = turn.then(() => inThread(bytes, given))
  turn = mine.catch(() => undefined)
  return mine
}

type Answer = { readonly document: Document } | { readonly faults: readonly Fault[] }

function inThread(bytes: Uint8Array, given: Given): Promise<Document> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { bytes, given },
    // Its errors are told by us; a library's complaints about a file would stand between the words of the terminal.
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  })
  const before = process.memoryUsage.rss()
  return new Promise<Document>((resolve, reject) => {
    const late = setTimeout(
      () => reject(refuse('input.slow', { seconds: MOST_SECONDS })),
      MOST_SECONDS * 1000,
    )
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_GROWTH)
        reject(refuse('input.unpacked', { limit: MOST_GROWTH }))
    }, LOOK_EVERY_MS)
    worker.once('message', (answer: Answer) => {
      if ('document' in answer) resolve(answer.document)
      else reject(new Refusal(answer.faults))
    })
    worker.once('error', (error: Error & { readonly code?: string }) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? refuse('input.unpacked', { limit: MOST_HEAP_MB * 1024 * 1024 })
          : error,
      ),
    )
    worker.once('exit', () => reject(new Error('the thread that reads files ended without an answer')))
    worker.once('exit', () => {
      clearTimeout(late)
      clearInterval(look)
    })
  }).finally(() => worker.terminate())
}
