/** Moments of a plan that tables kept under a name, each with what differs between then and now; the way to keep one. */
import { labelIn } from '../../../core/language.ts'
import { entriesOfVersion } from '../../../core/plan/beside.ts'
import type { PlanEntries } from '../../../core/plan/entry.ts'
import type { Plan } from '../../../core/plan/plan.ts'
import {
  differences,
  type PlanDifference,
  type PlanVersion,
  planAt,
  versionsOf,
} from '../../../core/plan/versions.ts'
import { at, said } from '../installed/said.ts'
import { readable, titleOf } from './controls.ts'
import { button, made, minuteNow, sheet } from './page.ts'
import { saidBy } from './remarks.ts'
import { keepEntries, type Table } from './table.ts'

/** The version whose differences stand on the page; null: none was asked for. */
let shown: string | null = null

export function showMoments(plan: Plan, entries: PlanEntries): void {
  const versions = versionsOf(plan).toReversed()
  at('#all-moments')?.replaceChildren(
    ...versions.map((one) => {
      const item = made('li')
      const open = button(one.name || said('empty'), () => {
        shown = one.id
        showSince(plan, entries, one)
        at('#since-heading')?.focus()
      })
      item.append(open, made('span', saidBy(one.entry), 'meta'))
      return item
    }),
  )
  const none = at('#no-moments')
  if (none) none.hidden = versions.length > 0
  const one = versions.find(({ id }) => id === shown)
  if (one) showSince(plan, entries, one)
  else at('#since')?.setAttribute('hidden', '')
}

function showSince(plan: Plan, entries: PlanEntries, version: PlanVersion): void {
  const [place, heading, all] = [at('#since'), at('#since-heading'), at('#all-since')]
  if (!place || !heading || !all) return
  const then = planAt(entries, version)
  const order = [...sheet.keys()]
  const found = differences(then, plan).toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
  place.hidden = false
  heading.textContent = said('since', { name: version.name })
  all.replaceChildren(
    ...(found.length === 0 ? [made('li', said('same'))] : found.map((one) => difference(then, plan, one))),
  )
}

/** What it was called stands with what it said then and says now; a line that is new or struck off says so. */
function difference(
  then: Plan,
  now: Plan,
  { part, line, field, before, now: is }: PlanDifference,
): HTMLElement {
  const of = sheet.get(part)
  const asked = of?.fields.find((one) => one.id === field)
  const named = now.lines.get(line) ?? then.lines.get(line)
  const item = made('li')
  const isOne = of?.isOne === true
  const change = before === null ? 'line.new' : is === null ? 'line.struck' : null
  const where = [
    ...(of ? [labelIn(of.label, 'en').text] : []),
    ...(named && !isOne ? [titleOf(named)] : []),
    ...(asked ? [labelIn(asked.label, 'en').text] : []),
    // A part of one line was there before anybody wrote in it.
    ...(change !== null && !isOne ? [said(change)] : []),
  ]
  item.append(made('span', [...new Set(where)].join(' · '), 'meta'))
  const told = (tag: 'del' | 'ins', lead: string, plan: Plan, text: string): void => {
    const row = made('span', '', 'text')
    row.append(made('span', lead, 'meta'), ' ', made(tag, readable(plan, asked, text)))
    item.append(row)
  }
  if (before !== null && before !== '') told('del', said('before'), then, before)
  if (is !== null) told('ins', said('now'), now, is)
  return item
}

/** Null: nothing is written yet that could be kept. */
export function keepMoment(table: Table, name: string): Promise<void> | null {
  if (name === '' || table.entries.size === 0) return null
  const written = { plan: table.plan, by: table.by, at: minuteNow(), newId: () => crypto.randomUUID() }
  return keepEntries(table, entriesOfVersion(table.entries, written, name))
}
