/** What somebody types, chooses, adds or strikes on the page in, entries of the plan out; each is kept before the page says so. */
import type { PlanEntry } from '../../../core/plan/entry.ts'
import { planOf, said as stands } from '../../../core/plan/plan.ts'
import { entriesOfLine, strikeOf, type Written } from '../../../core/plan/write.ts'
import { type Control, stateOf } from './controls.ts'
import { minuteNow } from './page.ts'
import { keepEntries, type Table } from './table.ts'

const written = ({ plan, by }: Table, line: string, part: string): Written => ({
  ...{ plan, line, part, by, at: minuteNow(), newId: () => crypto.randomUUID() },
})

/** Null: nothing was changed. What came in from another table while it was typed stands beside it. */
export function writeControl(table: Table, control: Control): Promise<void> | null {
  const state = stateOf(control)
  const line = control.closest<HTMLElement>('.line')?.dataset.line
  const part = control.closest<HTMLElement>('[data-part]')?.dataset.part
  if (!state.isTouched || line === undefined || part === undefined) return null
  state.isTouched = false
  const typed = { [control.name]: control.value.trim() }
  const fresh = entriesOfLine(table.entries, written(table, line, part), typed, state.saw)
  state.saw = new Set([...state.saw, ...fresh.map((one) => one.id)])
  return keepOf(table, fresh)
}

/** Whoever chooses has all the texts before them. */
export const choose = (table: Table, line: string, part: string, field: string, text: string) =>
  keepOf(table, entriesOfLine(table.entries, written(table, line, part), { [field]: text }))

/** Somebody struck it off elsewhere: it is to stay as it is. */
export function keepLine(table: Table, line: string, part: string): Promise<void> | null {
  const now = planOf(table.entries).lines.get(line)
  const typed = Object.fromEntries(
    [...(now?.values.keys() ?? [])].map((field) => [field, stands(now, field)]),
  )
  return keepOf(table, entriesOfLine(table.entries, written(table, line, part), typed))
}

export function strikeLine(table: Table, line: string, part: string): Promise<void> | null {
  const entry = strikeOf(planOf(table.entries), written(table, line, part))
  return entry && keepOf(table, [entry])
}

const keepOf = (table: Table, fresh: readonly PlanEntry[]): Promise<void> | null =>
  fresh.length === 0 ? null : keepEntries(table, fresh)
