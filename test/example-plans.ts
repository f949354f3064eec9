/** The plans of the examples in, each with its entries as a table of a workshop would have written them, out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinedEntries, type PlanEntries } from '../src/core/plan/entry.ts'
import { entriesOfLine } from '../src/core/plan/write.ts'
import { ROOT } from './world.ts'

type Example = {
  readonly id: string
  readonly by: string
  readonly lines: readonly (readonly [string, string, Readonly<Record<string, string>>])[]
}

export function examplePlans(): readonly { readonly id: string; readonly entries: PlanEntries }[] {
  const lines = readFileSync(join(ROOT, 'examples/plans/read-it-first.jsonl'), 'utf8').trim().split('\n')
  return lines.map((text) => {
    const { id, by, lines } = JSON.parse(text) as Example
    let entries: PlanEntries = new Map()
    lines.forEach(([part, line, typed], at) => {
      let count = 0
      const newId = (): string => `${id.slice(0, 24)}${(at * 100 + count++).toString(16).padStart(12, '0')}`
      const minute = `2026-11-26T10:${String(at % 60).padStart(2, '0')}`
      entries = joinedEntries(
        entries,
        entriesOfLine(entries, { plan: id, line, part, at: minute, by, newId }, typed),
      ).entries
    })
    return { id, entries }
  })
}
