/** Sentences that tell one incident together, and what the words of a sentence make of it. */
import type { Span } from '../core/span.ts'
import type { ActMention } from './acts.ts'
import type { Line } from './lines.ts'

/** `lines` tell the incident; `before` are the lines of the same passage that stand before it. */
export type Strand = {
  readonly passage: number
  readonly kind: 'told' | 'background'
  readonly lines: readonly Line[]
  readonly rule: string
  readonly before: readonly Line[]
}

/** Acts that people do themselves: alone they are conduct, not harm. */
export const CONDUCT: ReadonlySet<string> = new Set(['protest_held', 'hunger_strike'])
/** Acts that end a case well: what led to them belongs to the same telling. */
export const GOOD_END: ReadonlySet<string> = new Set([
  'release',
  'parole',
  'pardon',
  'sentence_reduced',
  'acquittal',
  'case_closed',
])

/** Acts of a sentence that somebody suffers. */
export const harmsOf = (line: Line): ActMention[] => line.acts.filter((one) => !CONDUCT.has(one.act))

/** First day, month or year on which the sentence says something happened; null when it names none. */
export const dayOf = (line: Line): string | null =>
  line.dates.find((one) => one.use === 'act' && one.value.from !== null)?.value.from ?? null

export const spanOf = (lines: readonly Line[]): Span => ({
  start: lines[0]?.span.start ?? 0,
  end: lines.at(-1)?.span.end ?? 0,
})
