/** A line about a campaign in; one row of it under one entry of the log out. */
import { missingOn } from '../../core/act/campaign.ts'
import type { CampaignLine, ProposeCampaign, SayOfCampaign } from '../../core/act/lines.ts'
import { campaignHindrances } from '../../core/act/state.ts'
import { type FaultCode, Refusal, refuse } from '../../core/faults.ts'
import { canonical } from '../../core/json.ts'
import { instant, record } from '../../store/append.ts'
import { type CampaignOnRecord, loadCampaigns } from '../../store/queries/campaigns.ts'
import { refuseUnknownIncident } from '../../store/queries/incidents.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { type Context, happeningOf, packOf } from '../context.ts'

export const recordCampaign = (context: Context, decided: CampaignLine): Promise<void> =>
  decided.record === 'campaign' ? propose(context, decided) : say(context, decided)

async function propose(context: Context, decided: ProposeCampaign): Promise<void> {
  const { record: _, id, country, by, at, why = null, ...content } = decided
  const pack = packOf(context.knowledge, country)
  const { subject, targets, facility } = content
  if (subject.kind === 'person' && !(await loadPeople(context.house)).has(subject.person))
    throw refuse('record.unknown', { id: subject.person }, id)
  if (subject.kind === 'incident') await refuseUnknownIncident(context.house, subject.incident)
  if (subject.kind === 'law' && !pack.provisions.has(subject.law))
    throw refuse('record.unknown', { id: subject.law }, id)
  for (const one of content.incidents) await refuseUnknownIncident(context.house, one)
  for (const { authority } of targets)
    if (!pack.authorities.has(authority)) throw refuse('record.unknown', { id: authority }, id)
  if (facility !== undefined && !pack.facilities.has(facility))
    throw refuse('record.unknown', { id: facility }, id)
  // Who agreed, agreed to a campaign for them: what was opened once stays about whom it was.
  const [known] = await loadCampaigns(context.house, context.knowledge.codebook.campaigns.moves, id)
  // Asked of the whole house: behind their wall nobody sees that the id is another's, and the newest text is the one that counts.
  if (known && context.actor && known.organisation !== context.actor.organisation)
    throw refuse('record.unknown', { id }, id)
  if (known?.opened && canonical(known.opened.subject as never) !== canonical(subject as never))
    throw refuse('campaign.state', {}, id)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('campaigns', [{ id, country, content, why, by, at: instant(at) }]),
  )
}

async function say(context: Context, decided: SayOfCampaign): Promise<void> {
  const { id, entry, body, struck = false, by, at, why = null } = decided
  const [campaign] = await loadCampaigns(context.store, context.knowledge.codebook.campaigns.moves, id)
  if (!campaign) throw refuse('record.unknown', { id }, id)
  await refuseUnfit(context, campaign, decided)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('campaign_entries', [
      { campaign: id, entry, content: body, struck, why, by, at: instant(at) },
    ]),
  )
}

async function refuseUnfit(context: Context, campaign: CampaignOnRecord, line: SayOfCampaign): Promise<void> {
  const { id, entry, body, struck = false, by, why, at } = line
  const before = campaign.entries.find((one) => one.entry === entry)
  if (before && before.body.kind !== body.kind) throw refuse('record.unknown', { id: entry }, id)
  // A mistake is taken back whatever the state; a move that was made is answered by another move.
  if (struck) {
    if (before === undefined || body.kind === 'move') throw refuse('record.unknown', { id: entry }, id)
    return
  }
  switch (body.kind) {
    case 'move': {
      if (before) throw refuse('campaign.state', {}, id)
      const rule = context.knowledge.codebook.campaigns.moves.get(body.move)
      if (!rule) throw refuse('campaign.state', {}, id)
      const given = {
        ...{ state: campaign.state, writer: campaign.text.by },
        missing: missingOn(campaign, at.slice(0, 10)),
      }
      const refused = campaignHindrances(rule, given, by, why)
      if (refused.length > 0)
        throw new Refusal(
          refused.map((one) => ({ code: `campaign.${one}` satisfies FaultCode, where: id, params: {} })),
        )
      return
    }
    case 'outcome':
      if (body.source.kind === 'incident') await refuseUnknownIncident(context.house, body.source.incident)
      if (body.reverses !== undefined) needs(campaign, body.reverses, 'outcome')
      return
    case 'tally':
      if (body.event !== undefined) needs(campaign, body.event, 'event')
      // One sheet is entered once, whoever finds it in whichever pile.
      if (body.sheet !== undefined && isEntered(campaign, body.sheet, entry))
        throw refuse('campaign.sheet', { sheet: body.sheet }, id)
      return
    case 'reply':
      return needs(campaign, body.delivery, 'delivery')
    case 'delivery':
      if (!packOf(context.knowledge, campaign.text.country).authorities.has(body.authority))
        throw refuse('record.unknown', { id: body.authority }, id)
      return
    case 'mailing':
      // To whom the campaign that readers have is addressed, and nobody else.
      if (!(campaign.opened ?? campaign.text).targets.some((one) => one.authority === body.authority))
        throw refuse('campaign.target', {}, id)
      return
    case 'patches':
      if (body.event !== undefined) needs(campaign, body.event, 'event')
      return
    default:
      return
  }
}

function needs({ text, entries }: CampaignOnRecord, entry: string, kind: string): void {
  if (!entries.some((one) => one.entry === entry && one.body.kind === kind && !one.struck))
    throw refuse('record.unknown', { id: entry }, text.id)
}

const isEntered = ({ entries }: CampaignOnRecord, sheet: string, but: string): boolean =>
  entries.some(
    ({ entry, body, struck }) => body.kind === 'tally' && body.sheet === sheet && !struck && entry !== but,
  )
