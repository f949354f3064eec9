/** A draft block and the one below it → whether it is a heading. */
import type { BlockKind } from '../core/document.ts'
import { isBlank, isCapitals, isClosed, type Line } from './line.ts'

/** A block in the making: the lines it covers, by index, and where its words start. */
export type Draft = { kind: BlockKind; first: number; last: number; readonly start: number }

const OPENS = /^["“«‘(]?[\p{Lu}\p{N}]/u
const LONGEST = 150

/** A short line that closes no sentence, or lines in capitals. `width` is that of a text broken into lines, or null. */
export function looksLikeHeading(
  draft: Draft,
  next: Draft | undefined,
  lines: readonly Line[],
  width: number | null,
): boolean {
  const line = lines[draft.first]
  if (line === undefined || next === undefined || draft.last - draft.first > 4) return false
  if (draft.kind !== 'paragraph' && draft.kind !== 'item') return false
  const words = line.words.slice(draft.start - line.start)
  if (!OPENS.test(words) || words.length > LONGEST || /[.,;]$/.test(words)) return false
  if (isCapitals(words)) return true
  if (draft.first !== draft.last) return false
  // A bullet that heads an article: no other item beside it, a blank line below.
  if (draft.kind === 'item') return next.kind !== 'item' && !isClosed(words) && isBlank(lines[draft.last + 1])
  if (width !== null && words.length >= width * 0.75) return false
  return words.split(/\s+/).length <= 16 && (!isClosed(words) || /\?["”»’]?$/.test(words))
}
