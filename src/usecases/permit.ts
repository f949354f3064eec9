/** Who asks and what for in; through when the table of access allows it, else a refusal that tells nothing of what is there. */
import { refuse } from '../core/faults.ts'
import { type Action, grantFor, may, mayReadAs, type Target } from '../core/policy.ts'
import type { IncidentRow } from '../store/tables.ts'
import type { Context } from './context.ts'

export const targetOf = (
  row: Pick<IncidentRow, 'organisation' | 'state' | 'tier' | 'coders' | 'assigned' | 'shared_with'>,
): Target => ({
  organisation: row.organisation,
  state: row.state as Target['state'],
  tier: row.tier as Target['tier'],
  coders: row.coders,
  assigned: row.assigned,
  sharedWith: row.shared_with,
})

/** Null stands for the operator at the machine, who can read the disk anyway. */
export const mayDo = (
  { actor, knowledge }: Pick<Context, 'actor' | 'knowledge'>,
  action: Action,
  target: Target | null,
): boolean => actor === null || may(knowledge.codebook.policy, actor, action, target)

/** The first wall holds alone too: in the form of colleagues or of partners only by a line that reaches the record so. */
export const mayRead = (
  { actor, knowledge }: Pick<Context, 'actor' | 'knowledge'>,
  form: 'team' | 'partner',
  target: Target,
): boolean => actor === null || mayReadAs(knowledge.codebook.policy, actor, form, target)

/**
 * About a record: one that may not be read is answered like one that never was; only who may read it learns that another
 * thing is forbidden. `target` null: the record is not there. About the house: forbidden is all there is to say.
 */
export function permit(
  context: Pick<Context, 'actor' | 'knowledge'>,
  action: Action,
  about?: { readonly id: string; readonly target: Target | null },
): void {
  if (about === undefined) {
    if (!mayDo(context, action, null)) throw refuse('access.forbidden')
    return
  }
  if (about.target === null || !mayDo(context, 'read', about.target))
    throw refuse('record.unknown', { id: about.id }, about.id)
  if (!mayDo(context, action, about.target)) throw refuse('access.forbidden')
}

/** True when the line that allows it asks for a fresh proof of who asks. */
export const needsStepUp = (context: Pick<Context, 'actor' | 'knowledge'>, action: Action): boolean =>
  context.actor !== null &&
  context.knowledge.codebook.policy.grants.some(
    (one) =>
      one.stepUp && one.actions.includes(action) && context.actor && one.roles.includes(context.actor.role),
  )

/** True when the line that allows it asks for a second person. */
export const needsTwo = (
  context: Pick<Context, 'actor' | 'knowledge'>,
  action: Action,
  target: Target,
): boolean =>
  context.actor !== null &&
  (grantFor(context.knowledge.codebook.policy, context.actor, action, target)?.twoPeople ?? true)
