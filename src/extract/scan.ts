/** A global pattern and a span → its matches inside the span, as offsets of the whole text. */
import type { Span } from '../core/span.ts'

export type Found = { readonly span: Span; readonly groups: readonly (string | undefined)[] }

/**
 * Every match of `pattern` (flag g) that lies inside `span`. `matchAll` copies its pattern at each call, which a list of ten
 * thousand lines feels more than the matching.
 */
export function findAll(text: string, pattern: RegExp, span: Span): Found[] {
  const words = text.slice(span.start, span.end)
  const found: Found[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    const start = span.start + match.index
    if (match[0].length > 0) found.push({ span: { start, end: start + match[0].length }, groups: [...match] })
    // Nothing was matched: on by one letter, also by one that takes two places.
    else pattern.lastIndex += (words.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return found
}

/** True when the pattern (with or without flag g) matches inside the words. */
export function fits(pattern: RegExp, words: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(words)
}
