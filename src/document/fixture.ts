/** Words, a file name → the Document, or the code it is refused with; for tests. */
import { expect } from 'vitest'
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

/** What a Document promises, whatever it was made from: blocks in order inside its text, no empty ends; or a Refusal. */
export async function keepsItsPromises(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const { text, blocks } = await readDocument(bytes, { sha256: '', name, language: 'en' })
    let last = 0
    for (const { span } of blocks) {
      expect(span.start).toBeGreaterThanOrEqual(last)
      expect(span.end).toBeGreaterThan(span.start)
      expect(text.slice(span.start, span.end)).toMatch(/^\S(?:[\s\S]*\S)?$/)
      last = span.end
    }
    expect(last).toBeLessThanOrEqual(text.length)
    expect(text).not.toContain('\0')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
