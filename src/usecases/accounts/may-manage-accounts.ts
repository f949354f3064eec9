/** An actor in, whether the table of access lets them invite, suspend and change roles, or let a colleague back in, out. */
import type { Actor } from '../../core/access.ts'
import { may } from '../../core/policy.ts'
import type { Context } from '../context.ts'

type House = Pick<Context, 'knowledge'>

export const mayManageAccounts = ({ knowledge }: House, actor: Actor): boolean =>
  may(knowledge.codebook.policy, actor, 'accounts', null)

/** Who lets people in may lift anybody's travel mode, others only that of their own organisation. Never one's own: that is its point. */
export const mayLift = (
  context: House,
  actor: Actor,
  of: { readonly handle: string; readonly organisation: string },
): boolean =>
  actor.handle !== of.handle &&
  may(context.knowledge.codebook.policy, actor, 'lift', null) &&
  (mayManageAccounts(context, actor) || actor.organisation === of.organisation)
