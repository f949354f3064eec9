/** A campaign and a delivery by paced mail in; why nothing leaves today, or that it may, out. */
import { type Campaign, type CampaignEntry, missingOn } from './campaign.ts'
import type { CampaignEntryOf } from './lines.ts'
import { MOST_BOUNCES, type Pace } from './pace.ts'

export type Mailing = CampaignEntry<'mailing'>

export const paceOf = ({ number, from, to, perHour }: CampaignEntryOf<'mailing'>): Pace => ({
  ...{ number, from, to, perHour },
})

/** Those that were stopped too. */
export const mailingsIn = ({ entries }: Pick<Campaign, 'entries'>): readonly Mailing[] =>
  entries.filter((one): one is Mailing => one.body.kind === 'mailing')

export const HALTS = ['stopped', 'paused', 'bounces', 'state', 'needs', 'closes', 'text', 'target'] as const
export type Halt = (typeof HALTS)[number]

/**
 * Asked before each mail, so that nobody has to notice. Null: it goes on. It holds for the words that it was planned with:
 * whoever writes others plans it anew, so that one hash belongs to one text.
 */
export function haltOf(
  campaign: Campaign,
  { body, struck, first }: Mailing,
  bounces: number,
  today: string,
): Halt | null {
  if (struck) return 'stopped'
  if (body.paused) return 'paused'
  if (bounces >= MOST_BOUNCES) return 'bounces'
  return hindranceOf(campaign, body.authority, first, today)
}

/** What of the campaign itself stands against mails to an authority; `before`: the entry of the log that they were planned at. */
export function hindranceOf(
  campaign: Campaign,
  authority: string,
  before: number,
  today: string,
): Halt | null {
  const { state, opened, text } = campaign
  if (state !== 'open' || opened === null) return 'state'
  const missing = missingOn(campaign, today)
  if ((['partner', 'consent', 'risk', 'target'] as const).some((one) => missing.has(one))) return 'needs'
  if ((opened.closes ?? today) < today) return 'closes'
  if (text.event > before || opened.event !== text.event) return 'text'
  return opened.targets.some((one) => one.authority === authority) ? null : 'target'
}
