/** All that was said of a campaign in the order of the log in, the campaign as it stands on a day out. */
import { addDays } from '../partial-date.ts'
import { ONLINE_KINDS, type OnlineKind } from './actions.ts'
import type { CampaignEntryBody, CampaignEntryKind, CampaignEntryOf, ProposeCampaign } from './lines.ts'
import { type CampaignMoves, type CampaignNeed, type CampaignState, campaignState } from './state.ts'

/** Who wrote it, when and why; `event`: its place in the log. */
type Written = {
  readonly by: string
  readonly at: string
  readonly why: string | null
  readonly event: number
}
export type CampaignText = Omit<ProposeCampaign, 'record' | 'by' | 'at' | 'why'> & Written
export type CampaignEntry<K extends CampaignEntryKind = CampaignEntryKind> = Written & {
  readonly entry: string
  readonly body: CampaignEntryOf<K>
  readonly struck: boolean
  /** The event of its first version: entries keep the order in which they were first written. */
  readonly first: number
}

export type Campaign = {
  /** The newest. */
  readonly text: CampaignText
  /** With which somebody else last opened it, and which alone readers see; null: nobody has opened it. */
  readonly opened: CampaignText | null
  /** Every entry in its newest version, in the order in which each was first written; those that were struck too. */
  readonly entries: readonly CampaignEntry[]
  readonly state: CampaignState
}

/** How long a review of risks holds. */
export const RISK_DAYS = 90

export function foldCampaign(
  texts: readonly CampaignText[],
  said: readonly (Omit<CampaignEntry, 'first' | 'body'> & { readonly body: CampaignEntryBody })[],
  moves: CampaignMoves,
): Campaign | null {
  const written = texts.toSorted((a, b) => a.event - b.event)
  const text = written.at(-1)
  if (!text) return null
  const versions = Map.groupBy(
    said.toSorted((a, b) => a.event - b.event),
    (one) => one.entry,
  )
  const entries = [...versions.values()].flatMap((all): readonly CampaignEntry[] => {
    const [first, newest] = [all.at(0), all.at(-1)]
    return first && newest ? [{ ...newest, first: first.event }] : []
  })
  const moved = entriesOf({ entries }, 'move').map(({ body, first }) => ({ move: body.move, event: first }))
  const lastOpen = Math.max(0, ...moved.flatMap((one) => (one.move === 'open' ? [one.event] : [])))
  const opened = written.findLast((one) => one.event < lastOpen) ?? null
  return { text, opened, entries, state: campaignState(moved, moves) }
}

/** The entries of one kind that stand, in the order in which each was first written. */
export const entriesOf = <K extends CampaignEntryKind>(
  { entries }: Pick<Campaign, 'entries'>,
  kind: K,
): readonly CampaignEntry<K>[] =>
  entries.filter((one): one is CampaignEntry<K> => one.body.kind === kind && !one.struck)

/** What the local partner last said. */
export const partnerAgrees = (campaign: Campaign): boolean =>
  entriesOf(campaign, 'partner').toSorted(byDay).at(-1)?.body.word === 'agrees'

/**
 * Whether the person agrees on a day, or a reason stands why nobody could ask them. A campaign on a law needs nobody.
 * Asked of the text that readers have; of a new one (`text`) before it is opened.
 */
export function personAgrees(
  campaign: Campaign,
  today: string,
  text: CampaignText = campaign.opened ?? campaign.text,
): boolean {
  if (text.subject.kind === 'law') return true
  const last = personWord(campaign)
  return (
    last !== undefined &&
    last.word !== 'refuses' &&
    last.on <= today &&
    (last.until === undefined || last.until >= today)
  )
}

/** What the person last said, whatever was typed in when. */
const personWord = (campaign: Campaign): CampaignEntryOf<'person'> | undefined =>
  entriesOf(campaign, 'person').toSorted(byDay).at(-1)?.body

/** The newest review of risks that still holds on a day; null: none does, and nothing may be taken on the site. */
export function riskOn(campaign: Campaign, today: string): CampaignEntryOf<'risk'> | null {
  const last = entriesOf(campaign, 'risk').toSorted(byDay).at(-1)?.body
  return last && last.on <= today && addDays(last.on, RISK_DAYS) >= today ? last : null
}

export function missingOn(campaign: Campaign, today: string): ReadonlySet<CampaignNeed> {
  const outcomes = entriesOf(campaign, 'outcome')
  const taken = new Set(outcomes.flatMap(({ body }) => body.reverses ?? []))
  const has: Readonly<Record<CampaignNeed, boolean>> = {
    partner: partnerAgrees(campaign),
    // Of the text that would be opened, and of the one that readers have.
    consent: personAgrees(campaign, today, campaign.text) && personAgrees(campaign, today),
    risk: riskOn(campaign, today) !== null,
    target: campaign.text.targets.length > 0,
    outcome: outcomes.some(({ entry }) => !taken.has(entry)),
    turned: taken.size > 0,
  }
  return new Set((Object.keys(has) as CampaignNeed[]).filter((need) => !has[need]))
}

/** Of two on one day the one written later. */
const byDay = (
  a: CampaignEntry<'partner' | 'person' | 'risk'>,
  b: CampaignEntry<'partner' | 'person' | 'risk'>,
): number => (a.body.on === b.body.on ? a.event - b.event : a.body.on < b.body.on ? -1 : 1)

/** The last day that readers were told is over: nothing is taken any more, whether anybody closes it or not. */
export const isPastLastDay = ({ opened }: Pick<Campaign, 'opened'>, today: string): boolean =>
  opened?.closes !== undefined && opened.closes < today

/**
 * Nothing more can come in: it is closed or off every page, or its last day is over, in whatever state somebody left it.
 * Then nothing that tells who took part is needed, and nobody has to notice.
 */
export const hasEnded = (campaign: Pick<Campaign, 'state' | 'opened'>, today: string): boolean =>
  campaign.state === 'closed' || campaign.state === 'withdrawn' || isPastLastDay(campaign, today)

/** What the site may take for a campaign, and from whom. */
export type Taking = {
  readonly kinds: readonly OnlineKind[]
  /** False: who says that they are inside the country is shown paper instead of a form. */
  readonly onlineInCountry: boolean
  /** The last day on which this holds, if nobody says anything new: of the review of risks, the consent or the campaign. */
  readonly until: string | null
}
const NOTHING: Taking = { kinds: [], onlineInCountry: false, until: null }

/**
 * Nothing, unless it is open, everybody who must agree still does, and its review of risks is not too old: what was safe in
 * spring may not be in autumn, and nobody has to notice.
 */
export function takingOn(campaign: Campaign, today: string): Taking {
  const { closes, kinds } = campaign.opened ?? campaign.text
  const risk = riskOn(campaign, today)
  const missing = missingOn(campaign, today)
  const isHindered = (['partner', 'consent', 'risk', 'target'] as const).some((need) => missing.has(need))
  if (campaign.state !== 'open' || risk === null || isHindered || (closes ?? today) < today) return NOTHING
  const agreed =
    (campaign.opened ?? campaign.text).subject.kind === 'law' ? undefined : personWord(campaign)?.until
  const ends = [addDays(risk.on, RISK_DAYS), closes, agreed].flatMap((one) => one ?? [])
  return {
    kinds: ONLINE_KINDS.filter((one) => kinds.includes(one)),
    onlineInCountry: risk.onlineInCountry,
    until: ends.toSorted()[0] ?? null,
  }
}

/** Whether something of a kind may be taken on a day: what was worked out yesterday may have ended at midnight. */
export const takesOn = ({ kinds, until }: Taking, kind: OnlineKind, today: string): boolean =>
  kinds.includes(kind) && (until === null || today <= until)
