/** The first and last words of a stretch of a report in, the key of the passage that they make out; null when they are not there. */
import { keyOfSpan } from '../../core/passages.ts'
import { locate } from '../../review/locate.ts'

/** `at`: where the page begins on which they were chosen; the same words before it are not meant while there are some below. */
export function markWords(text: string, at: number, from: string, to: string): string | null {
  const last = to.trim() === '' ? from : to
  const below = locate(text.slice(at), from, last)
  const span = below ? { start: below.start + at, end: below.end + at } : locate(text, from, last)
  return span && keyOfSpan(span)
}
