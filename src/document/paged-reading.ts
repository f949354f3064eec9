/** The lines of each leaf of a file → its text with blocks that know their leaf, and how sure a machine was of what it read in pictures. */
import type { Block, LeftOut } from '../core/document.ts'
import type { Sureness } from '../core/recognition.ts'
import type { PageLine } from './pdf-lines.ts'
import { pagedText, type RecognisedStretch } from './pdf-text.ts'
import { type Reading, readTxt } from './txt.ts'

/** `unread`: leaves that are pictures, and in which nobody made out a word. */
export function pagedReading(pages: readonly (readonly PageLine[])[], unread: number): Reading {
  const { text, furniture, leaves, recognised } = pagedText(pages)
  const { blocks } = readTxt(text, furniture)
  const leafOf = (at: number): number => Math.max(1, leaves.findLastIndex((start) => start <= at) + 1)
  const leftOut: readonly LeftOut[] = unread > 0 ? [{ kind: 'picture-page', n: unread, names: [] }] : []
  return {
    text,
    blocks: blocks.map((one) => withSureness({ ...one, page: leafOf(one.span.start) }, recognised)),
    leftOut,
  }
}

/** A line that goes over into the next block is told in both, each with its part. */
function withSureness(block: Block, recognised: readonly RecognisedStretch[]): Block {
  const { start, end } = block.span
  const inside = (all: readonly Sureness[]): readonly Sureness[] =>
    all.flatMap(([sure, from, to]): Sureness[] =>
      from < end && to > start ? [[sure, Math.max(from, start) - start, Math.min(to, end) - start]] : [],
    )
  const lines = inside(recognised.map((one) => one.line))
  if (lines.length === 0) return block
  return { ...block, recognised: { lines, doubtful: inside(recognised.flatMap((one) => one.doubtful)) } }
}
