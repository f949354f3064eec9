/** The states of a campaign and the moves between them: what was moved in, where it stands, and why it cannot go on, out. */
import type { Rule } from '../codebook.ts'
import type { Labels } from '../language.ts'

/**
 * proposed: nobody outside knows of it · vetoed: the local partner said no · open: takes actions · paused: takes none for now ·
 * won: what was asked for happened · reversed: and was taken back · closed: takes no more · withdrawn: off every page.
 */
export const CAMPAIGN_STATES = [
  'proposed',
  'vetoed',
  'open',
  'paused',
  'won',
  'reversed',
  'closed',
  'withdrawn',
] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

export const CAMPAIGN_MOVES = [
  'veto',
  'propose',
  'open',
  'pause',
  'win',
  'reverse',
  'close',
  'withdraw',
] as const
export type CampaignMove = (typeof CAMPAIGN_MOVES)[number]

/** One line of the table of states (codebook/campaigns.yaml). */
export type CampaignMoveRule = Rule & {
  readonly move: CampaignMove
  readonly label: Labels
  readonly from: readonly CampaignState[]
  readonly to: CampaignState
  /** True: whoever wrote its newest text may not make this move. */
  readonly notByWriter: boolean
  readonly needsReason: boolean
  /** What must stand on the day: the partner's word, the consent, the review of risks, somebody to send it to. */
  readonly needs: readonly CampaignNeed[]
}
export type CampaignMoves = ReadonlyMap<CampaignMove, CampaignMoveRule>

export const CAMPAIGN_NEEDS = ['partner', 'consent', 'risk', 'target', 'outcome', 'turned'] as const
export type CampaignNeed = (typeof CAMPAIGN_NEEDS)[number]

/** On pages: also while it takes nothing. */
export const CAMPAIGNS_SHOWN: ReadonlySet<CampaignState> = new Set([
  'open',
  'paused',
  'won',
  'reversed',
  'closed',
])

export type CampaignMoved = { readonly move: CampaignMove; readonly event: number }

/** Moves in the order of the log, each read as the table stands today; a move that the table does not know changes nothing. */
export const campaignState = (moved: readonly CampaignMoved[], moves: CampaignMoves): CampaignState =>
  moved
    .toSorted((a, b) => a.event - b.event)
    .reduce<CampaignState>((state, { move }) => moves.get(move)?.to ?? state, 'proposed')

export type CampaignRefused = 'state' | 'writer' | 'reason' | CampaignNeed

/** Why a move cannot be made, every reason at once; empty when it can. */
export const campaignHindrances = (
  rule: CampaignMoveRule,
  campaign: {
    readonly state: CampaignState
    readonly writer: string
    /** Needs that do not stand on the day. */
    readonly missing: ReadonlySet<CampaignNeed>
  },
  by: string,
  why: string | undefined,
): readonly CampaignRefused[] => [
  ...(rule.from.includes(campaign.state) ? [] : (['state'] as const)),
  ...(rule.notByWriter && campaign.writer === by ? (['writer'] as const) : []),
  ...(rule.needsReason && !why?.trim() ? (['reason'] as const) : []),
  ...rule.needs.filter((need) => campaign.missing.has(need)),
]
