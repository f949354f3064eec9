/** Who asks in, the copies they asked for or may agree to out. */
import type { Export } from '../../core/export.ts'
import { loadExports } from '../../store/queries/exports.ts'
import type { Context } from '../context.ts'
import { mayDo } from '../permit.ts'

export async function listExports(context: Context): Promise<readonly Export[]> {
  const all = await loadExports(context.house)
  const { actor } = context
  if (actor === null) return all
  const mayAgree = mayDo(context, 'approve-export', null)
  return all.filter(
    (one) => one.askedBy === actor.handle || (mayAgree && one.organisation === actor.organisation),
  )
}
