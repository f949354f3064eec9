/** One sentence → the acts it tells as done: cues of the language, silenced by negation, plan, demand or habit. */
import type { ActCue, CueRule, GuardCue, Reading } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { findAll, fits } from './scan.ts'

export type ActMention = { readonly act: string; readonly span: Span; readonly rule: string }

/** How near a counter-cue must stand to its cue to mean the same words. */
const NEAR = 3

/** Acts in the order of the words. Several cues may fire on the same words; the act is then told once. */
export function actsIn(text: string, sentence: Span, reading: Reading): ActMention[] {
  return reading.acts
    .flatMap((cue) => mentionsOf(cue, text, sentence, reading.guards))
    .sort((a, b) => a.span.start - b.span.start)
}

/** «Rallies will be banned»: the cue itself holds the plan. */
const FUTURE =
  /\b(?:will|would|may|might|could|should|must|shall|can|cannot)\s+(?:\p{L}+\s+)?(?:be|have|not)\b/u

function mentionsOf(cue: ActCue, text: string, sentence: Span, guards: readonly GuardCue[]): ActMention[] {
  return findAll(text, cue.pattern, sentence)
    .filter((found) => !countered(cue, text, sentence, found.span))
    .filter(
      (found) =>
        !cue.guarded ||
        !(
          FUTURE.test(text.slice(found.span.start, found.span.end)) ||
          guarded(text, sentence, found.span, guards)
        ),
    )
    .map((found) => ({ act: cue.act, span: found.span, rule: cue.id }))
}

/** True when the words around the cue match its counter-cue. */
export function countered(cue: CueRule, text: string, sentence: Span, at: Span): boolean {
  if (cue.not === null) return false
  return findAll(text, cue.not, sentence).some(
    (one) => one.span.start < at.end + NEAR && at.start - NEAR < one.span.end,
  )
}

/** Inside a sentence a capital makes a name or a month of these words («the Popular Will party»). */
const NAMED_SO = /\s(?:Will|May|Might|Hope|Can|Not|No)\b/g

/** True when a guard stands before the cue in the same clause, within its reach. */
export function guarded(text: string, sentence: Span, at: Span, guards: readonly GuardCue[]): boolean {
  // «Was not in town, and questioned her mother»: a cue that opens with «and» is a clause of its own.
  if (/^and\b/i.test(text.slice(at.start, at.end))) return false
  return guards.some((guard) => {
    const before = text.slice(Math.max(sentence.start, at.start - guard.reach), at.start)
    return fits(guard.pattern, before.replace(/\s+/g, ' ').replace(NAMED_SO, ' X'))
  })
}
