/** Pieces of text with their kinds, one after the other → the stored text and its blocks. */
import type { Block, BlockKind, CellPlace } from '../core/document.ts'
import type { Reading } from './txt.ts'

export type Piece = {
  readonly kind: BlockKind
  readonly words: string
  readonly cells?: readonly CellPlace[]
}

/** Signs without a shape. */
export const SHAPELESS = /[\u00ad\u200b\ufeff]/g

/** Words as a reader sees them: one blank for many, no signs without a shape; null when nothing is left to read. */
export function pieceOf(kind: BlockKind, raw: string): Piece | null {
  const words = raw
    .replace(SHAPELESS, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^[\s|]+|[\s|]+$/g, '')
  return /[\p{L}\p{N}]/u.test(words) ? { kind, words } : null
}

/** A reading taken apart again, to stand among other pieces. */
export const piecesOf = ({ text, blocks }: Reading): Piece[] =>
  blocks.map(({ kind, span, cells }) => ({
    ...{ kind, words: text.slice(span.start, span.end) },
    ...(cells && { cells }),
  }))

/** A blank line between blocks, none between the items of a list. */
export function compose(pieces: readonly Piece[]): Reading {
  const parts: string[] = []
  const blocks: Block[] = []
  let at = 0
  let before: BlockKind | null = null
  for (const { kind, words, cells } of pieces) {
    const gap = before === null ? '' : before === 'item' && kind === 'item' ? '\n' : '\n\n'
    parts.push(gap, words)
    const span = { start: at + gap.length, end: at + gap.length + words.length }
    blocks.push(cells ? { kind, span, cells } : { kind, span })
    at += gap.length + words.length
    before = kind
  }
  return { text: parts.join(''), blocks }
}
