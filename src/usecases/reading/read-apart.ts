/** The bytes of a file in, its Document out: files made of parts are opened in a thread that has its own memory and its time. */
import type { Document } from '../../core/document.ts'
import { type Given, isOpaque, readDocument } from '../../document/read.ts'
import { type Bounds, inThread, type Watch } from './in-thread.ts'

/**
 * T8: files that unfold beyond what any bound foresaw. Whatever the trick, the thread ends: by time (a yearbook of 300 pages
 * takes three seconds, a slow machine four times that), by the memory of its own heap, or when the whole process has grown.
 */
export const READING: Bounds = { seconds: 20, heapMb: 256, growth: 200 * 1024 * 1024 }

/** One after the other: two bombs at once would be twice the memory. */
let turn: Promise<unknown> = Promise.resolve()

export function readApart(bytes: Uint8Array, given: Given, watch: Watch = {}): Promise<Document> {
  if (!isOpaque(bytes, given)) return readDocument(bytes, given)
  const mine = turn.then(() => inThread<Document>({ kind: 'read', bytes, given }, READING, watch))
  turn = mine.catch(() => undefined)
  return mine
}
