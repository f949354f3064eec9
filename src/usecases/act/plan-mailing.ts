/** A delivery by paced mail as somebody asks for it in; what would leave, shown before anything does, or the first mail in the queue, out. */
import { today } from '../../adapters/clock.ts'
import type { ActionKind } from '../../core/act/actions.ts'
import { entriesOf } from '../../core/act/campaign.ts'
import type { CampaignEntryOf } from '../../core/act/lines.ts'
import { hindranceOf } from '../../core/act/mailing.ts'
import { mostMails } from '../../core/act/pace.ts'
import { refuse } from '../../core/faults.ts'
import { isAddress } from '../../core/letter.ts'
import type { Written } from '../../publish/letters/write.ts'
import { servedAt } from '../../publish/links.ts'
import type { CampaignOnRecord } from '../../store/queries/campaigns.ts'
import { publicActions } from '../../store/queries/public-actions.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { newEntryId, readCampaign, saveCampaign } from './campaigns.ts'
import { mailingsUnderWay, type UnderWay } from './mailings-under-way.ts'
import { queueNext } from './queue-mailings.ts'
import { mailOf } from './write-mailing.ts'

export type MailingAsked = Omit<CampaignEntryOf<'mailing'>, 'kind' | 'paused'>

const queueOf = ({ house: store, clock, knowledge }: Context) => ({ store, clock, knowledge })

export async function readMailings(context: Context, id: string): Promise<readonly UnderWay[]> {
  await readCampaign(context, id)
  return mailingsUnderWay(queueOf(context), id)
}

/**
 * Of each unit the highest number that one count says by itself, as readers are told it: counts are never added, and a number
 * that is not rounded would tell an authority when somebody signed.
 */
export async function countedSoFar(
  context: Context,
  campaign: CampaignOnRecord,
): Promise<ReadonlyMap<ActionKind, number>> {
  const shown = (await publicActions(context.house, campaign.text.id))?.counts ?? []
  const all = [
    ...shown.map((one) => [one.kind, one.shown ?? 0] as const),
    ...entriesOf(campaign, 'tally').map(({ body }) => [body.of, body.best] as const),
  ]
  const most = new Map<ActionKind, number>()
  for (const [kind, n] of all) if (n > (most.get(kind) ?? 0)) most.set(kind, n)
  return most
}

export type MailingPreview = { readonly mails: number; readonly last: Written }

/** The mail that would leave last; refused where none would. */
export async function previewMailing(
  context: Context,
  id: string,
  asked: MailingAsked,
): Promise<MailingPreview> {
  permit(context, 'run-campaign')
  const campaign = await readCampaign(context, id)
  const day = today(context.clock)
  const halt = hindranceOf(campaign, asked.authority, Number.POSITIVE_INFINITY, day)
  if (halt !== null) throw refuse(halt === 'target' ? 'campaign.target' : 'campaign.state', {}, id)
  const problem = await problemOf(context, campaign, asked)
  if (problem !== null) throw refuse('input.value', { problem }, id)
  const mailing = {
    ...{ entry: '', struck: false, by: '', at: '', why: null, event: 0 },
    body: { kind: 'mailing', ...asked, paused: false } as const,
    first: Number.POSITIVE_INFINITY,
  }
  const given = { store: context.house, knowledge: context.knowledge, site: servedAt('') }
  const last = await mailOf(given, { campaign, mailing }, asked.number, asked.to)
  // Readers do not have it, or not one language of it.
  if (last === null) throw refuse('campaign.state', {}, id)
  return { mails: mostMails(asked), last }
}

async function problemOf(
  context: Context,
  campaign: CampaignOnRecord,
  { address, of, number, from, to }: MailingAsked,
): Promise<string | null> {
  if (!isAddress(address)) return 'address: not an address'
  if (from < today(context.clock)) return 'from: a day that is over'
  if (to < from) return 'to: before the first day'
  const counted = (await countedSoFar(context, campaign)).get(of) ?? 0
  return number > counted ? `number: more than the ${counted} that one count says` : null
}

/** The second press. What it needs is asked again: minutes may lie between. */
export async function beginMailing(context: Context, id: string, asked: MailingAsked): Promise<string> {
  await previewMailing(context, id, asked)
  const entry = newEntryId()
  const body = { kind: 'mailing', ...asked, paused: false } as const
  await saveCampaign(context, { record: 'campaign-entry', id, entry, body })
  await goOn(context, id, entry)
  return entry
}

/** Whoever may write campaigns can hold one up at once; that it goes on is said by whoever may run them. */
export async function pauseMailing(
  context: Context,
  id: string,
  entry: string,
  paused: boolean,
): Promise<void> {
  permit(context, paused ? 'campaign' : 'run-campaign')
  const { mailing } = await foundIn(context, id, entry)
  if (mailing.struck) throw refuse('campaign.state', {}, id)
  const { body } = mailing
  if (body.paused !== paused)
    await saveCampaign(context, { record: 'campaign-entry', id, entry, body: { ...body, paused } })
  if (!paused) await goOn(context, id, entry)
}

async function goOn(context: Context, id: string, entry: string): Promise<void> {
  const one = await foundIn(context, id, entry)
  if (one.halt === null) await queueNext(queueOf(context), one)
}

async function foundIn(context: Context, id: string, entry: string): Promise<UnderWay> {
  const found = (await readMailings(context, id)).find((one) => one.mailing.entry === entry)
  if (!found) throw refuse('record.unknown', { id: entry }, id)
  return found
}
