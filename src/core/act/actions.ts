/** What somebody can do in a campaign, each kind with the unit that it is counted in: unlike units are never added. */
import type { Rule } from '../codebook.ts'
import type { Labels } from '../language.ts'

/**
 * signature: under the demand · letter: to an authority · card: to the person or their family · patch: sewn into the quilt ·
 * pledge: to hold an event · attendance: somebody who came to one · lesson: a learner who heard of the case.
 */
export const ACTION_KINDS = [
  'signature',
  'letter',
  'card',
  'patch',
  'pledge',
  'attendance',
  'lesson',
] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/** Kinds that the site itself can take, where a campaign is open; the others are counted by hand, at events and by partners. */
export const ONLINE_KINDS = [
  'signature',
  'letter',
  'card',
  'patch',
  'pledge',
] as const satisfies readonly ActionKind[]
export type OnlineKind = (typeof ONLINE_KINDS)[number]

/** One kind as the codebook tells it (codebook/campaigns.yaml). */
export type ActionRule = Rule & {
  readonly kind: ActionKind
  /** What one of them is: `a letter that somebody says they sent`. */
  readonly label: Labels
  /** Beside a number, as many of them: `letters`. */
  readonly unit: Labels
}
