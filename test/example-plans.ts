/** The plans of the examples in, each with its entries as a table of a workshop wrote them, out: English, Russian, Kazakh. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinedEntries, type PlanEntries, type PlanEntry } from '../src/core/plan/entry.ts'
import { ROOT } from './world.ts'

export function examplePlans(): readonly { readonly id: string; readonly entries: PlanEntries }[] {
  const lines = readFileSync(join(ROOT, 'examples/plans.jsonl'), 'utf8').trim().split('\n')
  return lines.map((text) => {
    const { id, entries } = JSON.parse(text) as {
      readonly id: string
      readonly entries: readonly PlanEntry[]
    }
    return { id, entries: joinedEntries(new Map(), entries).entries }
  })
}
