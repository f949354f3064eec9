/** A strand's sentences → the last known state of the case, in the words of the text. */
import type { Span } from '../core/span.ts'
import type { Line } from './lines.ts'

const STATE: ReadonlySet<string> = new Set([
  'release',
  'parole',
  'pardon',
  'acquittal',
  'case_closed',
  'charge_dropped',
  'appeal_rejected',
  'sentence_reduced',
])
const ONGOING =
  /\b(?:investigation is ongoing|remains? in (?:custody|detention|prison)|is (?:still )?(?:under|awaiting|in) (?:investigation|trial|custody|house arrest)|still (?:being )?held|(?:awaits?|awaiting) trial|not (?:yet )?been (?:officially )?charged)\b/i

/** The last clause that tells an end or says that the case goes on; null when none does. */
export function outcomeOf(
  lines: readonly Line[],
): { readonly value: string; readonly span: Span; readonly rule: string } | null {
  for (const line of lines.toReversed()) {
    const ongoing = ONGOING.exec(line.words)
    if (ongoing) return { value: ongoing[0].toLowerCase(), span: line.span, rule: 'outcome-ongoing@1' }
    const on = line.turns.find((one) => one.turn === 'ongoing')
    if (on)
      return {
        value: line.words.slice(on.span.start - line.span.start, on.span.end - line.span.start).toLowerCase(),
        span: on.span,
        rule: 'outcome-ongoing@1',
      }
    const end = line.acts.findLast((one) => STATE.has(one.act))
    if (end)
      return {
        value: line.words.slice(end.span.start - line.span.start, end.span.end - line.span.start),
        span: end.span,
        rule: 'outcome-end@1',
      }
  }
  return null
}
