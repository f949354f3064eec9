/** Plans of the own organisation: which there are, one as it stands with what is open in it, a new one, entries kept. */
import { newUuid } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import { DESK } from '../../core/plan/bring.ts'
import { openPoints } from '../../core/plan/checks.ts'
import type { PlanEntries, PlanEntry } from '../../core/plan/entry.ts'
import { type Budget, budgetOf } from '../../core/plan/money.ts'
import type { OpenPoint } from '../../core/plan/open-point.ts'
import { oneOf, type Plan, planOf, said } from '../../core/plan/plan.ts'
import { entriesOfLine, type Written } from '../../core/plan/write.ts'
import { keptPlan, listedPlans } from '../../store/queries/plans.ts'
import { type Context, organisationOf } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { recordPlan } from './record-plan.ts'

/** Of a list at a time. */
export const PLANS_AT_ONCE = 50
/** Name of a campaign. */
const MOST_TITLE = 300

export type PlanInList = {
  readonly id: string
  /** Empty: it has none yet. */
  readonly title: string
  readonly from: string
  readonly to: string
  readonly entries: number
  readonly last: string
}
export type PlanOnDesk = {
  readonly id: string
  readonly entries: PlanEntries
  readonly brought: ReadonlyMap<string, string>
  readonly plan: Plan
  readonly open: readonly OpenPoint[]
  readonly budget: Budget
}

/** How a line that is not there yet will be called. */
export const newLineId = newUuid

export async function listPlans(context: Context, page = 1): Promise<readonly PlanInList[]> {
  permit(context, 'plan')
  const own = { organisation: organisationOf(context) }
  const listed = await listedPlans(context.store, own, { page, atOnce: PLANS_AT_ONCE })
  return listed.map(({ plan: id, entries, last, front }) => {
    const line = oneOf(planOf(front), 'front')
    const [title, from, to] = ['title', 'from', 'to'].map((field) => said(line, field))
    return { ...{ id, entries, last }, title: title ?? '', from: from ?? '', to: to ?? '' }
  })
}

/** What it is called; its number where it has no name yet. */
export async function planTitle(context: Context, id: string): Promise<string> {
  const { entries } = await keptPlan(context.store, id, { organisation: organisationOf(context) }, 'front')
  return said(oneOf(planOf(entries), 'front'), 'title') || id
}

/** A plan of another organisation is answered like one that never was. */
export async function readPlan(context: Context, id: string): Promise<PlanOnDesk> {
  permit(context, 'plan')
  const { entries, brought } = await keptPlan(context.store, id, { organisation: organisationOf(context) })
  if (entries.size === 0) throw refuse('record.unknown', { id }, id)
  const plan = planOf(entries)
  const open = openPoints(plan, context.knowledge.codebook.plan)
  return { id, entries, brought, plan, open, budget: budgetOf(plan) }
}

export async function beginPlan(context: Context, name: string): Promise<string> {
  permit(context, 'plan')
  const title = name.trim()
  if (title === '' || title.length > MOST_TITLE) throw refuse('plan.words', { n: MOST_TITLE }, 'title')
  const id = newUuid()
  await keepEntries(
    context,
    id,
    entriesOfLine(new Map(), writtenNow(context, id, 'front', 'front'), { title }),
  )
  return id
}

/** Who writes in the workspace is in the log; what goes along with the file is that it was written there. */
export const writtenNow = (context: Context, plan: string, part: string, line: string): Written => ({
  ...{ plan, part, line, by: DESK, newId: newUuid },
  at: context.clock.now().slice(0, 16),
})

/** Nothing, where nothing is new. Nothing public is made of a plan, so no tier is made anew. */
export async function keepEntries(
  context: Context,
  plan: string,
  entries: readonly PlanEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const line = { record: 'plan', id: plan, entries, by: context.actor?.handle ?? 'operator' }
  const decided = parseDecided(
    { ...line, at: context.clock.now() },
    context.knowledge.codebook,
    today(context.clock),
    'form',
  )
  if (decided.record === 'plan') await recordPlan(context, decided)
}
