/** A copy that another asked for in; one more person who agreed to it out. */
import { today } from '../../adapters/clock.ts'
import { exportState } from '../../core/export.ts'
import { refuse } from '../../core/faults.ts'
import { loadExports } from '../../store/queries/exports.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { keepExport } from './keep-export.ts'

export async function agreeExport(context: Context, id: string): Promise<void> {
  permit(context, 'approve-export')
  const by = context.actor?.handle ?? 'operator'
  const [found] = await loadExports(context.house, id)
  if (!found || (context.actor && found.organisation !== context.actor.organisation))
    throw refuse('record.unknown', { id }, id)
  if (found.askedBy === by) throw refuse('export.own')
  if (exportState(found, today(context.clock)) === 'ended') throw refuse('export.ended', { day: found.ends })
  if (found.agreedBy.includes(by)) return
  await keepExport(context, { line: 'export-agreed', id, by, at: context.clock.now() })
}
