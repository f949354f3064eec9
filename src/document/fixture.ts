/** Words, a file name → the Document, or the code it is refused with; for tests. */
import type { Document } from '../core/document.ts'
import { Refusal } from '../core/faults.ts'
import { type Given, readDocument } from './read.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads words as a file of this name. */
export const readAs = (
  name: string,
  content: string | Uint8Array,
  more: Partial<Given> = {},
): Promise<Document> =>
  readDocument(typeof content === 'string' ? bytesOf(content) : content, {
    sha256: 'ab'.repeat(32),
    name,
    ...more,
  })

/** `kind: words` of each block, line ends of the source as /. */
export const told = (document: Document): string[] =>
  document.blocks.map(
    ({ kind, span }) => `${kind}: ${document.text.slice(span.start, span.end).replaceAll('\n', '/')}`,
  )

/** The first fault of a refusal; any other error goes through. */
export async function refusalOf(
  act: () => unknown,
): Promise<{ readonly code: string; readonly params: unknown } | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, params: error.faults[0]?.params }
    throw error
  }
}
