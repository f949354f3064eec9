/** A word processor's file that came back, beside what was sent, in; what somebody changed in it out. */
import type { Returned } from '../core/returned.ts'
import { type Edits, editsOf } from '../publish/manuscript/edits/edits.ts'
import { sentFrom, sentOf } from '../publish/manuscript/edits/sent.ts'
import type { Manuscript } from '../publish/manuscript/manuscript.ts'
import { inProcess } from './reading/in-process.ts'
import { READING } from './reading/read-apart.ts'

export { editsTold } from '../publish/manuscript/edits/told.ts'

export type Asked = {
  /** Whether whoever changed or commented is named, as the file does; left out: no name leaves the reader. */
  readonly authors?: boolean
  readonly signal?: AbortSignal
}

/** Opened in a process of its own, as every file made of parts: it comes from outside. */
export const openReturned = (bytes: Uint8Array, { authors = false, signal }: Asked = {}): Promise<Returned> =>
  inProcess<Returned>({ kind: 'returned', bytes, authors }, READING, signal ? { signal } : {})

/**
 * `sent`: the manuscript as it was when it was set, or the file itself. Nothing of the file is kept. Refuses (`input.*`) what
 * is no Word file or unfolds beyond bounds.
 */
export async function readEdits(
  bytes: Uint8Array,
  sent: Manuscript | Uint8Array,
  asked: Asked = {},
): Promise<Edits> {
  const was = sent instanceof Uint8Array ? sentFrom(await openReturned(sent)) : sentOf(sent)
  return editsOf(await openReturned(bytes, asked), was)
}
