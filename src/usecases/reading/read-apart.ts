/** The bytes of a file in, its Document out: files made of parts are opened in a process of its own, with bounds of memory and time. */
import type { Document } from '../../core/document.ts'
import { type Given, isOpaque, readDocument } from '../../document/read.ts'
import { inProcess, type Watch } from './in-process.ts'
import type { Bounds } from './in-thread.ts'
import { readPictures } from './read-pictures.ts'

/**
 * T8: files that unfold beyond what any bound foresaw. Whatever the trick, the reader ends: by time (a yearbook of 300 pages
 * takes three seconds, a slow machine four times that), by the memory of its own heap, or when the whole process has grown.
 */
export const READING: Bounds = { seconds: 20, heapMb: 256, growth: 200 * 1024 * 1024 }

/** One after the other: two bombs at once would be twice the memory. */
let turn: Promise<unknown> = Promise.resolve()

export function readApart(bytes: Uint8Array, given: Given, watch: Watch = {}): Promise<Document> {
  if (!isOpaque(bytes, given)) return readDocument(bytes, given)
  const mine = turn.then(() => inProcess<Document>({ kind: 'read', bytes, given }, READING, watch))
  turn = mine.catch(() => undefined)
  return readPictures(bytes, given, { watch, without: mine })
}
