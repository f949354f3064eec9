/** Words that a coder copied in, their place in the text out: in the passage, else the nearest before it, else after. */
import type { Span } from '../core/span.ts'
import { locate } from './locate.ts'

export function evidenceIn(text: string, passage: Span, words: string): Span | null {
  const within = (part: Span): Span | null => {
    const found = locate(text.slice(part.start, part.end), words, words)
    return found && { start: part.start + found.start, end: part.start + found.end }
  }
  return (
    within(passage) ??
    lastWithin(text, passage.start, words) ??
    within({ start: passage.end, end: text.length })
  )
}

/** The nearest words before a passage govern it; those far above may speak of another day. */
function lastWithin(text: string, end: number, words: string): Span | null {
  let last: Span | null = null
  for (let from = 0; from < end; ) {
    const found = locate(text.slice(from, end), words, words)
    if (!found) break
    last = { start: from + found.start, end: from + found.end }
    from = last.end
  }
  return last
}
