/** A cue of penalty with the number nearest to it → its kind and size. */
import type { PenaltyCue } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { barePenalty, type PenaltyValue } from '../core/values.ts'
import type { Term } from './terms.ts'

const REACH = 48

/** Courts that jail for days do so under administrative law, whatever the verb. */
export const kindFor = (cue: PenaltyCue, term: Term | undefined): PenaltyCue =>
  cue.type === 'prison' && term?.unit === 'days' && (term.high ?? term.low) <= 90
    ? { ...cue, type: 'administrative_detention', act: 'administrative_detention' }
    : (cue.type === 'administrative_detention' && (term?.unit === 'years' || (term?.months ?? 0) > 0)) ||
        (cue.id.startsWith('penalty-bare') && term?.unit !== 'days')
      ? { ...cue, type: 'prison', act: 'imprisonment' }
      : cue

/** Characters between two spans. */
export const gap = (a: Span, b: Span): number =>
  Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end))

/** The free term nearest to a cue in its clause. */
export function nearest(
  terms: readonly Term[],
  at: Span,
  taken: ReadonlySet<object>,
  text: string,
): Term | undefined {
  return terms
    .filter(
      (one) =>
        !taken.has(one) &&
        gap(one.span, at) < REACH &&
        !/;|\bfined\b/.test(text.slice(Math.min(one.span.end, at.end), Math.max(one.span.start, at.start))),
    )
    .sort((a, b) => gap(a.span, at) - gap(b.span, at))[0]
}

/** The values a term gives: one, two told apart by «respectively», or a range. */
export function sized(cue: PenaltyCue, term: Term): PenaltyValue[] {
  const one = (size: number): PenaltyValue => ({
    ...barePenalty(cue.type),
    type: cue.type,
    ...(term.months > 0 ? { months: term.months } : {}),
    [term.unit]: size,
  })
  if (term.high === null) return [one(term.low)]
  return term.each
    ? [one(term.low), one(term.high)]
    : [{ ...barePenalty(cue.type), min: term.low, max: term.high, unit: term.unit }]
}
