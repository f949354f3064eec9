/** A campaign as readers may see it: made by withholding alone, of its record and of the records that are public. */
import type { Labels } from '../language.ts'
import type { PartialDate } from '../partial-date.ts'
import type { Public } from '../public-record.ts'
import type { ActionKind } from './actions.ts'
import type { Taking } from './campaign.ts'
import type { CampaignEntryOf, CampaignTarget, Threshold, Told } from './lines.ts'
import type { Contribution, OutcomeKind } from './outcome.ts'
import type { Patch } from './patch.ts'
import type { CampaignMove, CampaignState } from './state.ts'

export type PublicSubject =
  | { readonly kind: 'person'; readonly person: string; readonly name: Labels }
  | { readonly kind: 'incident'; readonly incident: string }
  | { readonly kind: 'law'; readonly law: string }

/** A record that readers can open, or words with an address; null: what it rests on cannot be shown. */
export type PublicActSource =
  | { readonly kind: 'incident'; readonly incident: string }
  | { readonly kind: 'elsewhere'; readonly title: string; readonly url: string | null }

export type PublicOutcome = {
  readonly entry: string
  readonly outcome: OutcomeKind
  readonly on: PartialDate
  readonly words: Told
  readonly source: PublicActSource | null
  readonly reverses: string | null
  readonly contribution: Contribution
}
export type PublicEvent = Omit<CampaignEntryOf<'event'>, 'isPublic'> & { readonly entry: string }
export type PublicTally = Omit<CampaignEntryOf<'tally'>, 'sheet' | 'countedBy'> & {
  readonly entry: string
  /** Null: whoever counted cannot be told. */
  readonly countedBy: string | null
}
export type PublicReplyToUs = Omit<CampaignEntryOf<'reply'>, 'delivery'>
export type PublicDelivery = Omit<CampaignEntryOf<'delivery'>, 'proof' | 'due' | 'mailing'> & {
  readonly entry: string
  readonly isProved: boolean
  readonly due: string | null
  readonly replies: readonly PublicReplyToUs[]
}

export type CampaignShown = {
  readonly id: string
  readonly country: string
  readonly state: CampaignState
  readonly subject: PublicSubject
  readonly title: Told
  readonly demand: Told
  readonly story: Told
  readonly points: readonly Told[]
  readonly targets: readonly CampaignTarget[]
  readonly kinds: readonly ActionKind[]
  readonly thresholds: readonly Threshold[]
  /** Null: it cannot be told. */
  readonly proposedBy: string | null
  /** How the person stands to it: readers are told that they agreed, or that nobody could ask, and never how. */
  readonly person: 'agrees' | 'not-asked' | null
  readonly facility: string | null
  readonly closes: string | null
  /** The day on which it first opened. */
  readonly opened: string
  /** Records that its story tells of, as far as readers may see them. */
  readonly incidents: readonly string[]
  /** The day on which this was made: what the site takes and how long an answer has been awaited hold for it. */
  readonly asOf: string
  readonly taking: Taking
  /** The day of the review of risks that holds; null: none does. */
  readonly reviewed: string | null
  readonly outcomes: readonly PublicOutcome[]
  readonly moves: readonly { readonly move: CampaignMove; readonly on: string }[]
  readonly events: readonly PublicEvent[]
  readonly tallies: readonly PublicTally[]
  readonly deliveries: readonly PublicDelivery[]
  /** From paper and then from the site, in the order in which they were sewn in. */
  readonly patches: readonly Patch[]
}
export type PublicCampaign = Public<CampaignShown>
