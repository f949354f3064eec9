/** Records, a form and a reason in; a copy asked for, which waits for a second person where the table of access says so, out. */
import { randomBytes } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import { EXPORT_DAYS } from '../../core/export.ts'
import { refuse } from '../../core/faults.ts'
import { addDays } from '../../core/partial-date.ts'
import type { Target } from '../../core/policy.ts'
import { AUDIENCES, type Audience, narrower } from '../../core/tier.ts'
import { partnerRow } from '../../store/queries/partner.ts'
import { recordRowsById } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { mayDo, needsTwo, permit, targetOf } from '../permit.ts'
import { keepExport } from './keep-export.ts'

export type AskExport = {
  readonly ids: readonly string[]
  readonly audience: Audience
  readonly reason: string
}

/** A copy with everything in it counts as of the team's tier, whatever the tier of the record: names leave with it. */
export const asLeaving = (target: Target, audience: Audience): Target => ({
  ...target,
  tier: narrower(target.tier, audience),
})

export async function askExport(context: Context, asked: AskExport): Promise<string> {
  const reason = asked.reason.trim()
  if (reason === '') throw refuse('move.reason', { id: '', move: 'export', state: '' })
  if (asked.ids.length === 0) throw refuse('export.empty')
  const targets: Target[] = []
  for (const id of [...new Set(asked.ids)].sort()) {
    const target = await exportTarget(context, id)
    permit(context, 'export', { id, target: target && asLeaving(target, asked.audience) })
    if (target) targets.push(asLeaving(target, asked.audience))
  }
  const [first] = targets
  if (!first) throw refuse('export.empty')
  // One organisation's second person cannot agree for another's records.
  if (targets.some((one) => one.organisation !== first.organisation))
    throw refuse('input.value', { problem: 'ids: records of one organisation at a time' })
  const id = `x-${randomBytes(16).toString('hex')}`
  await keepExport(context, {
    line: 'export-asked',
    id,
    organisation: first.organisation,
    audience: asked.audience,
    ids: [...new Set(asked.ids)].sort(),
    reason,
    ends: addDays(today(context.clock), EXPORT_DAYS),
    needsTwo: targets.some((target) => needsTwo(context, 'export', target)),
    by: context.actor?.handle ?? 'operator',
    at: context.clock.now(),
  })
  return id
}

/** The forms in which whoever asks may take a record out. */
export async function exportForms(context: Context, id: string): Promise<readonly Audience[]> {
  const target = await exportTarget(context, id)
  return target === null
    ? []
    : AUDIENCES.filter((audience) => mayDo(context, 'export', asLeaving(target, audience)))
}

/** As far as the wall lets whoever asks see it: as a colleague, or as a partner. */
export async function exportTarget(context: Context, id: string): Promise<Target | null> {
  const [row] = await recordRowsById(context.store, [id])
  if (row) return targetOf(row)
  const shared = await partnerRow(context.store, id)
  return shared ? targetOf({ ...shared, coders: [], assigned: [] }) : null
}
