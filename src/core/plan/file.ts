/** Entries of a plan as the lines of a file, and back: every fault with its line, and nothing of a file that has one. */
import type { PlanEntry } from './entry.ts'

const FORM = 'aigaq-plan@1'
/** A problem told in full, in a language of long words. */
export const MOST_TEXT = 8_000
/** Of one plan; a long workshop makes some thousands. */
export const MOST_ENTRIES = 50_000
/** Name of a table. */
export const MOST_BY = 60

export type PlanFileFault = {
  readonly line: number
  readonly what: 'form' | 'json' | 'shape' | 'plan' | 'too-long' | 'too-many'
}
export type ReadPlan = {
  readonly plan: string | null
  readonly entries: readonly PlanEntry[]
  readonly faults: readonly PlanFileFault[]
}

export const planFile = (plan: string, entries: Iterable<PlanEntry>): string =>
  [JSON.stringify({ form: FORM, plan }), ...[...entries].map((one) => JSON.stringify(one)), ''].join('\n')

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NAME = /^[a-z][a-z0-9-]{0,63}$/
const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
/** Only a moment that was kept holds the ids of all that stood. */
const mostOf = (field: string): number => (field === 'holds' ? 400_000 : MOST_TEXT)
export const isTooLong = ({ field, text }: PlanEntry): boolean => text.length > mostOf(field)
const MOST_AFTER = 10_000

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

/** Null: it has not the shape of an entry. */
export function entryIn(read: unknown): PlanEntry | null {
  const { id, plan, line, part, field, text, after, at, by } = Object(read) as Readonly<
    Record<string, unknown>
  >
  if (!isText(id, ID) || !isText(plan, ID) || !(isText(line, ID) || isText(line, NAME))) return null
  if (!isText(part, NAME) || !isText(field, NAME) || typeof text !== 'string') return null
  if (!isText(at, AT) || typeof by !== 'string' || by.length > MOST_BY) return null
  if (!Array.isArray(after) || after.length > MOST_AFTER) return null
  const before = after.filter((one) => isText(one, ID))
  return before.length === after.length ? { id, plan, line, part, field, text, after: before, at, by } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `expected`: the plan that the file has to be of; null: whichever it is. Faults of all lines are told at once. */
export function readPlanFile(text: string, expected: string | null): ReadPlan {
  const [first = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n')
  const head = Object(parsed(first)) as Readonly<Record<string, unknown>>
  if (head.form !== FORM || !isText(head.plan, ID))
    return { plan: null, entries: [], faults: [{ line: 1, what: 'form' }] }
  const { plan } = head
  const lines = rest.flatMap((one, at) => (one.trim() === '' ? [] : [{ one, line: at + 2 }]))
  if (lines.length > MOST_ENTRIES)
    return { plan, entries: [], faults: [{ line: MOST_ENTRIES + 2, what: 'too-many' }] }
  const faults: PlanFileFault[] = expected === null || expected === plan ? [] : [{ line: 1, what: 'plan' }]
  const entries: PlanEntry[] = []
  for (const { one, line } of lines) {
    const read = parsed(one)
    const entry = entryIn(read)
    const what = faultOf(read, entry, plan)
    if (what !== null) faults.push({ line, what })
    else if (entry) entries.push(entry)
  }
  return { plan, entries: faults.length > 0 ? [] : entries, faults }
}

function faultOf(read: unknown, entry: PlanEntry | null, plan: string): PlanFileFault['what'] | null {
  if (read === undefined) return 'json'
  if (!entry) return 'shape'
  if (entry.plan !== plan) return 'plan'
  return isTooLong(entry) ? 'too-long' : null
}
