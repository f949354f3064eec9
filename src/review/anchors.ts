/** A passage in, its first and last words out: as few as lead back to this passage and no other of the same beginning. */
import type { Span } from '../core/span.ts'
import { locate } from './locate.ts'

const SHORTEST = 80

export function anchorsOf(text: string, span: Span): { readonly from: string; readonly to: string } {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.search(/\S|$/)
  const end = span.start + words.trimEnd().length
  for (let length = SHORTEST; length < words.length; length *= 2) {
    const anchors = { from: words.slice(0, length), to: words.slice(-length) }
    const found = locate(text, anchors.from, anchors.to)
    if (found?.start === start && found.end === end) return anchors
  }
  return { from: words, to: words }
}
