/** Entries of one plan in, the plan as it stands out: its lines, each value with whoever wrote another at the same time. */
import type { PlanEntries, PlanEntry } from './entry.ts'
import { STRUCK } from './terms.ts'

export type PlanValue = {
  readonly entry: PlanEntry
  readonly text: string
  /** Every entry that stands here, also those that say the same: whoever writes anew writes after all of them. */
  readonly heads: readonly PlanEntry[]
  /** Written elsewhere by somebody who did not see this one; the group decides by writing once more. Never of the same text. */
  readonly rivals: readonly PlanEntry[]
}
export type PlanLine = {
  readonly id: string
  readonly part: string
  readonly values: ReadonlyMap<string, PlanValue>
  /** Ids of entries that struck it at another table while it was changed at this one: until the group decides it stays. */
  readonly struck: readonly string[]
}
export type Plan = {
  /** Part → its lines, in the order in which they were begun. Lines that were struck off are not here. */
  readonly parts: ReadonlyMap<string, readonly PlanLine[]>
  readonly lines: ReadonlyMap<string, PlanLine>
}

/** Of rivals the later by their clocks is shown first, and where those agree the one with the greater id: the same on every machine. */
const later = (a: PlanEntry, b: PlanEntry): number =>
  a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1

function headed(all: readonly PlanEntry[]): PlanValue | null {
  const heads = all.toSorted(later)
  const [entry, ...others] = heads
  if (!entry) return null
  const seen = new Set([entry.text])
  const rivals = others.filter(({ text }) => !seen.has(text) && seen.add(text))
  return { entry, text: entry.text, heads, rivals }
}

function lineOf(id: string, entries: readonly PlanEntry[]): PlanLine | null {
  const strikes = entries.filter((one) => one.field === STRUCK)
  const writings = entries.filter((one) => one.field !== STRUCK)
  const seen = new Set(writings.flatMap((one) => one.after))
  const heads = writings.filter((one) => !seen.has(one.id))
  const struck = strikes.filter((one) => !seen.has(one.id))
  const gone = new Set(struck.flatMap((one) => one.after))
  const [first] = heads
  if (!first || heads.every((one) => gone.has(one.id))) return null
  const values = new Map<string, PlanValue>()
  for (const field of new Set(heads.map((one) => one.field))) {
    const value = headed(heads.filter((one) => one.field === field))
    if (value) values.set(field, value)
  }
  return { id, part: first.part, values, struck: struck.map((one) => one.id) }
}

/** Whatever order entries came in, they are read in the order of their clocks, and of their ids where those agree. */
export function planOf(entries: PlanEntries): Plan {
  const byLine = new Map<string, PlanEntry[]>()
  for (const one of [...entries.values()].sort((a, b) => -later(a, b)))
    byLine.set(one.line, [...(byLine.get(one.line) ?? []), one])
  const lines = new Map<string, PlanLine>()
  const parts = new Map<string, PlanLine[]>()
  for (const [id, all] of byLine) {
    const line = lineOf(id, all)
    if (!line) continue
    lines.set(id, line)
    parts.set(line.part, [...(parts.get(line.part) ?? []), line])
  }
  return { parts, lines }
}

/** What stands in a field, and empty where nobody wrote. */
export const said = (line: PlanLine | undefined, field: string): string => line?.values.get(field)?.text ?? ''

export const linesOf = (plan: Plan, part: string): readonly PlanLine[] => plan.parts.get(part) ?? []

/** The one line of a part that is one. */
export const oneOf = (plan: Plan, part: string): PlanLine | undefined => plan.lines.get(part)
