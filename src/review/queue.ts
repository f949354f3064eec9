/** Passages with their doubts in, the order out in which they need a person: the gravest doubt first, sure ones last. */
import type { FoundDoubt, QueueRule } from '../core/review-rules.ts'

export type Queued = { readonly key: string; readonly doubts: readonly FoundDoubt[] }

/** The order of the text decides between equals, so that the same passages always wait in the same order. */
export function inQueue<T extends Queued>(passages: readonly T[], rules: readonly QueueRule[]): readonly T[] {
  const places = new Map(rules.map((one, index) => [one.id, index]))
  const rank = ({ doubts }: Queued): number =>
    Math.min(rules.length, ...doubts.map((one) => places.get(one.rule) ?? rules.length))
  return passages
    .map((one, at) => ({ one, at }))
    .sort((a, b) => rank(a.one) - rank(b.one) || b.one.doubts.length - a.one.doubts.length || a.at - b.at)
    .map(({ one }) => one)
}

/** The one after `key` in an order, and from its end on again from the beginning; null when no other waits. */
export function nextIn(keys: readonly string[], key: string): string | null {
  const at = keys.indexOf(key)
  return [...keys.slice(at + 1), ...keys.slice(0, Math.max(at, 0))][0] ?? null
}
