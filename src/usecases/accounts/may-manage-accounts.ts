/** An actor in, whether they may invite, suspend and change roles out. The one place that says so. */
import type { Actor } from '../../core/access.ts'

export const mayManageAccounts = (actor: Actor): boolean => actor.role === 'administrator'

/** Who may end somebody's travel mode: an administrator, or an editor of the same organisation. Never oneself: that is its point. */
export const mayLift = (
  actor: Actor,
  of: { readonly handle: string; readonly organisation: string },
): boolean =>
  actor.handle !== of.handle &&
  (mayManageAccounts(actor) || (actor.role === 'editor' && actor.organisation === of.organisation))
