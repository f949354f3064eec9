/** The first words and the last words of a passage in, its span in the text out; null when they are not there. */
import type { Span } from '../core/span.ts'

/** White space is compared loosely: a line break of the file is a blank to the person who copies words. */
export function locate(text: string, from: string, to: string): Span | null {
  const first = find(text, from, 0)
  if (!first) return null
  const last = find(text, to, first.start)
  return last && last.end > first.start ? { start: first.start, end: last.end } : null
}

function find(text: string, words: string, after: number): Span | null {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  if (pattern === '') return null
  const expression = new RegExp(pattern, 'gu')
  expression.lastIndex = after
  const match = expression.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}
