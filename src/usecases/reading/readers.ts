/** How a report is read for an import: here and now, or far from everybody who waits for a page. */
import type { Extraction } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import type { Tell } from '../../core/progress.ts'
import { type Given, isOpaque } from '../../document/read.ts'
import { type ExtractContext, extract } from '../../extract/extract.ts'
import { inProcess, type Watch } from './in-process.ts'
import type { Bounds } from './in-thread.ts'
import { readApart } from './read-apart.ts'

export type Readers = {
  readonly read: (bytes: Uint8Array, given: Given) => Promise<Document>
  readonly extract: (document: Document, context: ExtractContext) => Promise<Extraction>
}

/** For a program that serves one person: the command line, and playing the log again. `tell` hears of leaves, then of sentences. */
export const nearTelling = (tell?: Tell): Readers => ({
  read: (bytes, given) => readApart(bytes, given, { tell }),
  extract: async (document, context) => extract(document, context, tell),
})
export const near: Readers = nearTelling()

/**
 * For plain text, which cannot unfold, and for our own rules on it: a megabyte takes them half a minute, the longest text
 * that is read (two) over a minute; a slow machine four times that.
 */
const RULES: Bounds = { seconds: 300, heapMb: 1024, growth: 1536 * 1024 * 1024 }
/** Bytes of plain text that the rules read faster than a process begins: about a fifth of a second. */
export const SHORT = 8_000

/** For the workspace, where other people wait for their pages meanwhile. */
export const far = (
  size: number,
  {
    signal,
    tell,
  }: { readonly signal: AbortSignal; readonly tell: (stage: 'reading' | 'extracting') => Watch['tell'] },
): Readers => ({
  read: (bytes, given) => {
    const watch = { signal, tell: tell('reading') }
    return size <= SHORT || isOpaque(bytes, given)
      ? readApart(bytes, given, watch)
      : inProcess<Document>({ kind: 'read', bytes, given }, RULES, watch)
  },
  extract: (document, context) => {
    const watch = { signal, tell: tell('extracting') }
    return document.text.length <= SHORT
      ? near.extract(document, context)
      : inProcess<Extraction>({ kind: 'extract', document, context }, RULES, watch)
  },
})
