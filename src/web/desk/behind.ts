/** A request of somebody signed in, the context their use cases get out: in their name, behind the wall of their compartment. */
import type { Context as Request } from 'hono'
import type { Staff } from '../../store/wall.ts'
import type { Context } from '../../usecases/context.ts'
import { wallOf } from '../../usecases/wall-of.ts'
import type { DeskEnv } from '../middleware/signed-in.ts'

export type Behind = (c: Request<DeskEnv>) => Context

export const behind =
  (context: Context, staff: Pick<Staff, 'behind'>): Behind =>
  (c) => {
    const actor = c.get('actor')
    return { ...context, actor, store: staff.behind(wallOf(context.knowledge.codebook.policy, actor)) }
  }

/** A page's twin for programs: the same address with `.json` behind it. */
export const withoutEnding = (id: string): { readonly id: string; readonly isJson: boolean } =>
  id.endsWith('.json') ? { id: id.slice(0, -5), isJson: true } : { id, isJson: false }
