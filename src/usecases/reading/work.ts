/** What is asked of a reader apart, and what it answers: one file's bytes to read (or to be compared with what was sent), or one Document to be read by the rules. */
import type { Extraction } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import type { Fault } from '../../core/faults.ts'
import type { Returned } from '../../core/returned.ts'
import type { Given } from '../../document/read.ts'
import type { ExtractContext } from '../../extract/extract.ts'
import type { Bounds } from './in-thread.ts'

export type Work =
  | {
      readonly kind: 'read'
      readonly bytes: Uint8Array
      readonly given: Given
      /** Whether words are made out in leaves that are pictures, too. */
      readonly pictures?: boolean
    }
  /** A file of ours that somebody sent back. */
  | { readonly kind: 'returned'; readonly bytes: Uint8Array; readonly authors: boolean }
  /** A copy for others, without what a file says of its maker. */
  | { readonly kind: 'clean'; readonly bytes: Uint8Array; readonly mediaType: string }
  | { readonly kind: 'extract'; readonly document: Document; readonly context: ExtractContext }
export type Result = Document | Extraction | Returned | Uint8Array
export type Task = { readonly work: Work; readonly bounds: Bounds }
export type Answer =
  | { readonly kind: 'part'; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'broken'; readonly why: string }
