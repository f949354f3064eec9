/** Who may do what to which record: the table lawyers own in, one answer out. What no line allows is forbidden. */
import type { Actor, Role } from './access.ts'
import type { Rule } from './codebook.ts'
import type { Labels } from './language.ts'
import type { PublicationMoves, PublicationState } from './publication/state.ts'
import type { MoveName, MoveRule, State } from './state.ts'
import type { Tier } from './tier.ts'

/** What can be done to one record. */
export const RECORD_ACTIONS = [
  'read',
  'history',
  'relations',
  'file',
  'ask',
  'decide',
  'verify',
  'clear',
  'publish',
  'correct',
  'return',
  'withdraw',
  'reopen',
  'share',
  'export',
] as const
/** What is done in the house, to no record in particular. */
export const HOUSE_ACTIONS = [
  'import',
  'people',
  'consent',
  'withdraw-person',
  'approve-export',
  'accounts',
  'lift',
  'log',
  'cases',
  'open-case',
  'assess',
  'rate',
  'rule-rating',
  'write',
  'approve-text',
  'publish-text',
  'interview',
  'intake',
  'act-rule',
  'panic',
  'analyse',
  'campaign',
  'run-campaign',
  'plan',
  'review-card',
  'test-card',
  'tally-lesson',
  'recommend',
  'release-recommendation',
  'grade',
] as const
export type RecordAction = (typeof RECORD_ACTIONS)[number]
export type HouseAction = (typeof HOUSE_ACTIONS)[number]
export type Action = RecordAction | HouseAction

/**
 * How far a line reaches. own: what one coded oneself · assigned: what was handed to one by name · organisation: all of the
 * own compartment · shared: what another organisation shared with one's own · published: what any reader may see.
 */
export const REACHES = ['own', 'assigned', 'organisation', 'shared', 'published'] as const
export type Reach = (typeof REACHES)[number]

export type Grant = Rule & {
  readonly roles: readonly Role[]
  readonly actions: readonly Action[]
  readonly reach: Reach | null
  readonly states: readonly State[]
  readonly tiers: readonly Tier[]
  /** True: only within minutes of proving once more who one is. */
  readonly stepUp: boolean
  /** True: a second person must agree before it takes effect. */
  readonly twoPeople: boolean
}

export type Policy = {
  readonly roles: ReadonlyMap<Role, { readonly label: Labels; readonly what: Labels }>
  readonly states: ReadonlyMap<State, { readonly label: Labels; readonly what: Labels }>
  readonly actions: ReadonlyMap<Action, Labels>
  readonly moves: ReadonlyMap<MoveName, MoveRule>
  readonly publicationStates: ReadonlyMap<PublicationState, { readonly label: Labels; readonly what: Labels }>
  readonly publicationMoves: PublicationMoves
  readonly grants: readonly Grant[]
}

/** What the table asks about a record. Handles, not names. */
export type Target = {
  readonly organisation: string
  readonly state: State
  readonly tier: Tier
  /** Who coded it. */
  readonly coders: readonly string[]
  readonly assigned: readonly string[]
  readonly sharedWith: readonly string[]
}

export function reaches(reach: Reach, actor: Actor, target: Target): boolean {
  switch (reach) {
    case 'own':
      return target.organisation === actor.organisation && target.coders.includes(actor.handle)
    case 'assigned':
      return target.assigned.includes(actor.handle)
    case 'organisation':
      return target.organisation === actor.organisation
    case 'shared':
      return target.sharedWith.includes(actor.organisation)
    case 'published':
      return true
  }
}

/** The first line that allows it; null: forbidden. */
export const grantFor = (policy: Policy, actor: Actor, action: Action, target: Target | null): Grant | null =>
  policy.grants.find(
    (one) =>
      one.roles.includes(actor.role) &&
      one.actions.includes(action) &&
      (one.reach === null
        ? target === null
        : target !== null &&
          one.states.includes(target.state) &&
          one.tiers.includes(target.tier) &&
          reaches(one.reach, actor, target)),
  ) ?? null

export const may = (policy: Policy, actor: Actor, action: Action, target: Target | null): boolean =>
  grantFor(policy, actor, action, target) !== null

/** Reaches by which a record is read as colleagues write it, and those by which as withholding made it for partners. */
const READ_AS: Readonly<Record<'team' | 'partner', readonly (Reach | null)[]>> = {
  team: ['own', 'assigned', 'organisation'],
  partner: ['shared'],
}

/** A line for what is shared or published never opens the record with all its names, nor one for readers the form for partners. */
export const mayReadAs = (
  policy: Policy,
  actor: Actor,
  form: 'team' | 'partner',
  target: Target,
): boolean => {
  const grants = policy.grants.filter((one) => READ_AS[form].includes(one.reach))
  return may({ ...policy, grants }, actor, 'read', target)
}

/** True when some line lets this role do it to some record: whether a list is worth showing at all. */
export const mayAtAll = (policy: Policy, actor: Actor, action: Action): boolean =>
  policy.grants.some((one) => one.roles.includes(actor.role) && one.actions.includes(action))

/** How far the role may read: what the database is told, as the second wall. */
export const readingReach = (policy: Policy, actor: Actor): ReadonlySet<Reach> =>
  new Set(
    policy.grants
      .filter((one) => one.roles.includes(actor.role) && one.actions.includes('read'))
      .flatMap((one) => one.reach ?? []),
  )
