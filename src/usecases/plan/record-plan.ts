/** A line that brings entries of a plan in; those that are new as rows of one entry of the log out. */
import { refuse } from '../../core/faults.ts'
import type { BringEntries } from '../../core/plan/bring.ts'
import { joinedEntries } from '../../core/plan/entry.ts'
import { MOST_ENTRIES } from '../../core/plan/file.ts'
import { instant, record } from '../../store/append.ts'
import { keptPlan } from '../../store/queries/plans.ts'
import { type Context, happeningOf, organisationOf } from '../context.ts'
import { permit } from '../permit.ts'

export async function recordPlan(context: Context, decided: BringEntries): Promise<void> {
  permit(context, 'plan')
  const { id: plan, by } = decided
  const organisation = organisationOf(context)
  await record(context.store, happeningOf(context, decided), async (writer) => {
    // Behind the lock: of two who bring the same file the second adds nothing.
    const { entries: known } = await keptPlan(writer.trx, plan, { organisation })
    const { entries, fresh, changed } = joinedEntries(known, decided.entries)
    if (changed.length > 0) throw refuse('plan.changed', { n: changed.length }, plan)
    if (entries.size > MOST_ENTRIES) throw refuse('plan.many', { limit: MOST_ENTRIES }, plan)
    const at = instant(decided.at)
    await writer.append(
      'plan_entries',
      fresh.map((one) => ({
        ...{ id: one.id, plan, line: one.line, part: one.part, field: one.field, text: one.text },
        ...{ after: one.after, written_at: one.at, written_by: one.by, by, at },
      })),
    )
  })
}
