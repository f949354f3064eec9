/** Somebody who is signed in, the table of access in; what the database is told of them out. */
import type { Actor } from '../core/access.ts'
import { mayAtAll, type Policy, readingReach } from '../core/policy.ts'
import type { Wall } from '../store/wall.ts'

export function wallOf(policy: Policy, actor: Actor): Wall {
  const reach = readingReach(policy, actor)
  return {
    organisation: reach.has('organisation') ? actor.organisation : '',
    partner: reach.has('shared') ? actor.organisation : '',
    handle: reach.has('own') || reach.has('assigned') ? actor.handle : '',
    acts: mayAtAll(policy, actor, 'campaign') ? actor.organisation : '',
    plans: mayAtAll(policy, actor, 'plan') ? actor.organisation : '',
  }
}
