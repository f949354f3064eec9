/** What somebody typed into a line in, the entries that say it out; a field that says what it said before makes none. */
import type { PlanEntries, PlanEntry } from './entry.ts'
import { type Plan, planOf } from './plan.ts'
import { STRUCK } from './terms.ts'

export type Written = {
  readonly plan: string
  readonly line: string
  readonly part: string
  readonly at: string
  readonly by: string
  readonly newId: () => string
}

/**
 * `saw`: the entries that stood in the form when it was opened, by field; null: what stands now. A field that was changed elsewhere
 * in between keeps both.
 */
export function entriesOfLine(
  entries: PlanEntries,
  written: Written,
  typed: Readonly<Record<string, string>>,
  saw: ReadonlySet<string> | null = null,
): readonly PlanEntry[] {
  const line = planOf(entries).lines.get(written.line)
  const struck = line?.struck ?? []
  const entryAfter = (field: string, text: string): PlanEntry => {
    const heads = line?.values.get(field)?.heads ?? []
    const seen = heads.map((one) => one.id).filter((id) => saw === null || saw.has(id))
    return entryOf(written, field, text, [...seen, ...struck].sort())
  }
  const fresh = Object.entries(typed).filter(([field, text]) => {
    const value = line?.values.get(field)
    return value ? value.rivals.length > 0 || value.text !== text : text !== ''
  })
  // Saved as it is, though it was struck off elsewhere: it is to stay.
  const [kept] = fresh.length > 0 || struck.length === 0 ? [] : Object.entries(typed)
  return [...fresh, ...(kept ? [kept] : [])].map(([field, text]) => entryAfter(field, text))
}

/** Strikes what whoever does it can see: what is being written to the line elsewhere brings it back, to be decided on. */
export function strikeOf(plan: Plan, written: Written): PlanEntry | null {
  const line = plan.lines.get(written.line)
  if (!line) return null
  const heads = [...line.values.values()].flatMap((value) => value.heads.map((one) => one.id))
  return entryOf({ ...written, part: line.part }, STRUCK, '', heads.sort())
}

const entryOf = (
  { plan, line, part, at, by, newId }: Written,
  field: string,
  text: string,
  after: readonly string[],
): PlanEntry => ({ id: newId(), plan, line, part, field, text, after, at, by })
