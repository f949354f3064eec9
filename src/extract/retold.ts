/** Drafts in order → the same without those that a later, dated telling of the same document tells better. */
import type { Draft, Proposal } from '../core/claim.ts'
import type { Field } from '../core/values.ts'

export function valuesOf<F extends Field>(draft: Draft, field: F): Extract<Proposal, { field: F }>['value'][] {
  return draft.proposals.flatMap((one) => (one.field === field ? [one.value as Extract<Proposal, { field: F }>['value']] : []))
}

/** A summary without a day, whose acts and people or place another draft tells on a day inside its date, is no second incident. */
export function withoutRetold(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => !drafts.some((other) => other !== draft && other.span.start > draft.span.end && retells(draft, other)))
}

function retells(summary: Draft, full: Draft): boolean {
  const [wide, day] = [valuesOf(summary, 'date')[0], valuesOf(full, 'date')[0]]
  if (!wide?.from || !wide.to || wide.precision === 'day' || day?.precision !== 'day' || !day.from) return false
  if (day.from < wide.from || day.from > wide.to) return false
  const acts = new Set(valuesOf(full, 'act'))
  const sameAct = valuesOf(summary, 'act').some((act) => acts.has(act))
  const names = new Set(valuesOf(full, 'person').map((one) => one.name))
  const people = valuesOf(summary, 'person')
  return sameAct && (people.length > 0 ? people.some((one) => names.has(one.name)) : !summary.rule.startsWith('incident-item'))
}
