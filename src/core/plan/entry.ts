/** One writing of one field at one table, and entries that several tables hold joined: nothing is overwritten, so nothing is lost. */

export type PlanEntry = {
  /** By chance, made where it was written. */
  readonly id: string
  readonly plan: string
  /** Of a part that is one line: the id of the part. */
  readonly line: string
  readonly part: string
  readonly field: string
  /** Empty: somebody emptied the field. */
  readonly text: string
  /** Ids of the entries that whoever wrote this saw in its place. */
  readonly after: readonly string[]
  /** `2026-11-26T14:05`, UTC, as the clock of the machine says; only orders what nothing else does. */
  readonly at: string
  /** Name of the table or group; never of a person. */
  readonly by: string
}

export type PlanEntries = ReadonlyMap<string, PlanEntry>

const sameEntry = (a: PlanEntry, b: PlanEntry): boolean =>
  a.plan === b.plan &&
  a.line === b.line &&
  a.part === b.part &&
  a.field === b.field &&
  a.text === b.text &&
  a.at === b.at &&
  a.by === b.by &&
  a.after.length === b.after.length &&
  a.after.every((id, at) => id === b.after[at])

/**
 * The union: in any order, any number of times, it comes to the same. `changed` holds the ids that came with other content
 * than is known under them: no honest copy has such, so what was here first stays and the rest is refused.
 */
export function joinedEntries(
  known: PlanEntries,
  come: Iterable<PlanEntry>,
): {
  readonly entries: PlanEntries
  readonly fresh: readonly PlanEntry[]
  readonly changed: readonly string[]
} {
  const entries = new Map(known)
  const fresh: PlanEntry[] = []
  const changed: string[] = []
  for (const one of come) {
    const here = entries.get(one.id)
    if (!here) {
      entries.set(one.id, one)
      fresh.push(one)
    } else if (!sameEntry(here, one)) changed.push(one.id)
  }
  return { entries, fresh, changed }
}
