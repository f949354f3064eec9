/** Moments that a group kept, each the entries that stood then; what differs between two plans. */
import type { PlanEntries, PlanEntry } from './entry.ts'
import { linesOf, type Plan, planOf, said } from './plan.ts'
import { COMMENT, VERSION } from './terms.ts'

export type PlanVersion = { readonly id: string; readonly name: string; readonly entry: PlanEntry }

/** What stands, for the text of a version: every entry that no other was written after. */
export function standing(entries: PlanEntries): string {
  const kept = [...entries.values()].filter((one) => one.part !== VERSION)
  const seen = new Set(kept.flatMap((one) => one.after))
  return kept
    .flatMap(({ id }) => (seen.has(id) ? [] : [id]))
    .sort()
    .join(' ')
}

export const versionsOf = (plan: Plan): readonly PlanVersion[] =>
  linesOf(plan, VERSION).flatMap((line) => {
    const entry = line.values.get('holds')?.entry
    return entry ? [{ id: line.id, name: said(line, 'name'), entry }] : []
  })

/** The plan as it was when the version was kept: what its entries were written after included. */
export function planAt(entries: PlanEntries, version: PlanVersion): Plan {
  const held = new Map<string, PlanEntry>()
  const waiting = version.entry.text.split(' ')
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries.get(id)
    if (!entry || held.has(id)) continue
    held.set(id, entry)
    waiting.push(...entry.after)
  }
  return planOf(held)
}

export type PlanDifference = {
  readonly part: string
  readonly line: string
  readonly field: string
  /** Null: there was no such line. */
  readonly before: string | null
  /** Null: the line was struck off. */
  readonly now: string | null
}

export function differences(before: Plan, now: Plan): readonly PlanDifference[] {
  const ids = new Set([...before.lines.keys(), ...now.lines.keys()])
  return [...ids].flatMap((id) => {
    const [old, fresh] = [before.lines.get(id), now.lines.get(id)]
    const part = (fresh ?? old)?.part ?? ''
    if (part === COMMENT || part === VERSION) return []
    const fields = new Set([...(old?.values.keys() ?? []), ...(fresh?.values.keys() ?? [])])
    return [...fields].flatMap((field): readonly PlanDifference[] => {
      const [was, is] = [old ? said(old, field) : null, fresh ? said(fresh, field) : null]
      return (was ?? '') === (is ?? '') ? [] : [{ part, line: id, field, before: was, now: is }]
    })
  })
}
