/** A draft → whether it is an incident at all: a harm that is dated, counted, or done to somebody named. */
import type { Draft } from '../core/claim.ts'
import type { Passage } from './lines.ts'
import { EVENTS, valuesOf } from './retold.ts'
import { CONDUCT, type Strand } from './strand.ts'

const SWEEPING: ReadonlySet<string> = new Set([
  'internet_shutdown',
  'emergency_measure',
  'restrictive_law',
  'protest_ban',
])

const OF_BODIES: ReadonlySet<string> = new Set([
  'registration_denied',
  'dissolution',
  'organisation_banned',
  'media_closure',
])

/** Patterns without date, count or named target, and what is only habit, are no incident. */
export function anchored(draft: Draft, strand: Strand, passages: readonly Passage[]): boolean {
  const acts = valuesOf(draft, 'act')
  if (acts.length === 0) return false
  const date = draft.proposals.find((one) => one.field === 'date')
  const dated =
    date?.field === 'date' && date.value.from !== null && date.basis !== 'carried' && date.rule !== EVENTS
  const counted = valuesOf(draft, 'group').length > 0
  const named =
    valuesOf(draft, 'person').some((one) => one.harmed === true) || valuesOf(draft, 'organisation').length > 0
  // What a state does to all needs no victim: the date that governs it is enough.
  if (acts.some((act) => SWEEPING.has(act)) && date?.field === 'date' && date.value.from !== null) return true
  // What strikes a body needs no victim by name; a day before which it happened is enough.
  if (acts.some((act) => OF_BODIES.has(act)) && date?.field === 'date' && date.rule === 'date-bound@1')
    return true
  if (acts.includes('protest_ban') && valuesOf(draft, 'place').length > 0) return true
  if (strand.kind === 'background') return named || dated || counted
  if (passages[strand.passage]?.unit.kind === 'item')
    return (
      dated ||
      counted ||
      named ||
      // A day that governs the list dates what it holds; a month says too little.
      (date?.field === 'date' &&
        date.value.to !== null &&
        date.rule !== EVENTS &&
        !(date.basis === 'carried' && date.value.precision === 'month'))
    )
  if (acts.every((act) => CONDUCT.has(act))) return dated && valuesOf(draft, 'place').length > 0
  return dated || counted || named
}
