/** A source's content as text with numbered blocks, and the source that it came from. */
import type { Language } from './language.ts'
import type { Span } from './span.ts'

/** `furniture` is page furniture and site boilerplate; it and `footnote` are never read for incidents. */
export const BLOCK_KINDS = ['heading', 'paragraph', 'item', 'footnote', 'furniture'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]
export type Block = { readonly kind: BlockKind; readonly span: Span }

export type Document = {
  /** SHA-256 of the bytes as received, hex. */
  readonly sha256: string
  readonly mediaType: 'text/plain' | 'text/markdown' | 'text/html'
  readonly language: Language
  /** The reader that made the text, as id@version: a new version makes a new document, never changes this one. */
  readonly reader: string
  readonly text: string
  readonly blocks: readonly Block[]
}

export const RELIABILITIES = ['high', 'likely', 'unsure', 'unlikely', 'low', 'unknown'] as const
export type Reliability = (typeof RELIABILITIES)[number]

/** Who told us, and how. `collector` is who saw or counted: sources that quote each other share one. */
export type Source = {
  readonly title: string
  readonly publisher: string | null
  readonly collector: string | null
  readonly url: string | null
  readonly published: string | null
  readonly accessed: string | null
  readonly licence: string | null
  readonly reliabilityOfSource: Reliability
  readonly reliabilityOfInformation: Reliability
}
