/** A passage inside a text: half-open UTF-16 offsets in, the words or code-point offsets out. */
export type Span = { readonly start: number; readonly end: number }

export const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end)

export const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** True where at least half of the shorter lies in the other: they are about the same words. */
export const isMostly = (a: Span, b: Span): boolean =>
  overlap(a, b) > 0 && overlap(a, b) * 2 >= Math.min(a.end - a.start, b.end - b.start)

/** Intersection over union, 0..1: how far two readers mean the same passage. */
export function likeness(a: Span, b: Span): number {
  const shared = overlap(a, b)
  if (shared === 0) return 0
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** The same span counted in Unicode code points (what Python and the annotation format count). */
export function toCodePoints(text: string, span: Span): Span {
  const start = [...text.slice(0, span.start)].length
  return { start, end: start + [...text.slice(span.start, span.end)].length }
}

/** For many questions of the same spans: those that share a letter with the one asked about, in the order of the text. */
export function nearby<T extends { readonly span: Span }>(all: readonly T[]): (span: Span) => readonly T[] {
  const sorted = all.toSorted((a, b) => a.span.start - b.span.start)
  const longest = sorted.reduce((most, { span }) => Math.max(most, span.end - span.start), 0)
  const firstFrom = (start: number): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.span.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    return low
  }
  return (span) =>
    sorted
      .slice(firstFrom(span.start - longest), firstFrom(span.end))
      .filter((one) => overlap(one.span, span) > 0)
}
