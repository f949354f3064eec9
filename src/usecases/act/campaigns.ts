/** What somebody writes down of a campaign in; recorded in their name when they may, the pages made anew, out. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { entriesOf } from '../../core/act/campaign.ts'
import type { CampaignLine } from '../../core/act/lines.ts'
import type { CampaignMove } from '../../core/act/state.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import type { HouseAction } from '../../core/policy.ts'
import { type CampaignOnRecord, loadCampaigns } from '../../store/queries/campaigns.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import { isPublicPerson } from '../../store/queries/public-campaigns.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import type { PastedTally } from './pasted.ts'

type Bare<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never
export type CampaignInput = Bare<CampaignLine>

/** Chance alone: an id that tells of whom would stand in the log before they were asked. */
export const newCampaignId = (): string => `cam-${newTail()}`
export const newEntryId = (): string => `e-${newTail()}`

/** Danger does not wait: what only stops a campaign needs no fresh proof of who one is. */
const STOPS: ReadonlySet<CampaignMove> = new Set(['pause', 'veto', 'withdraw'])

/** What a move asks of whoever makes it. */
export const actionOf = (move: CampaignMove): HouseAction => (STOPS.has(move) ? 'campaign' : 'run-campaign')

export async function listCampaigns(context: Context): Promise<readonly CampaignOnRecord[]> {
  permit(context, 'campaign')
  const all = await loadCampaigns(context.store, context.knowledge.codebook.campaigns.moves)
  return all.filter((one) => isOwn(context, one))
}

export async function readCampaign(context: Context, id: string): Promise<CampaignOnRecord> {
  permit(context, 'campaign')
  const [found] = await loadCampaigns(context.store, context.knowledge.codebook.campaigns.moves, id)
  if (!found || !isOwn(context, found)) throw refuse('record.unknown', { id }, id)
  return found
}

/** Said here too: not every database has a login of its own for staff, and what is sent by mail cannot be called back. */
const isOwn = ({ actor }: Context, { organisation }: CampaignOnRecord): boolean =>
  actor === null || organisation === actor.organisation

export async function saveCampaign(context: Context, ...inputs: readonly CampaignInput[]): Promise<void> {
  permit(context, 'campaign')
  const said = inputs.flatMap((one) => (one.record === 'campaign-entry' ? [one.id] : []))
  for (const id of new Set(said)) await readCampaign(context, id)
  for (const input of inputs) {
    if (input.record === 'campaign-entry' && input.body.kind === 'move')
      permit(context, actionOf(input.body.move))
    if (input.record === 'campaign-entry' && input.body.kind === 'mailing' && !isHeld(input))
      permit(context, 'run-campaign')
    await refuseHidden(context, input)
  }
  const signed = { by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const day = today(context.clock)
  const decided = inputs.map((input) =>
    parseDecided({ ...input, ...signed }, context.knowledge.codebook, day, 'form'),
  )
  await replayDecisions(context, decided)
}

/** That something leaves no more needs no fresh proof either. */
const isHeld = ({ body, struck }: Extract<CampaignInput, { record: 'campaign-entry' }>): boolean =>
  struck === true || (body.kind === 'mailing' && body.paused)

/** Sheets that were pasted from a spreadsheet: all of them, or none where one was entered before or stands twice. */
export async function saveTallies(
  context: Context,
  id: string,
  pasted: readonly PastedTally[],
): Promise<number> {
  const campaign = await readCampaign(context, id)
  const codes = pasted.flatMap((one) => one.sheet ?? [])
  const known = new Set(entriesOf(campaign, 'tally').flatMap(({ body }) => body.sheet ?? []))
  const twice = codes.filter((one, at) => known.has(one) || codes.indexOf(one) < at)
  if (twice.length > 0)
    throw new Refusal(twice.map((sheet) => ({ code: 'campaign.sheet', where: id, params: { sheet } })))
  await saveCampaign(
    context,
    ...pasted.map((body) => ({ record: 'campaign-entry' as const, id, entry: newEntryId(), body })),
  )
  return pasted.length
}

/** What it is made of is public: the answer to anything else must not tell whether it is there. */
async function refuseHidden({ house }: Context, input: CampaignInput): Promise<void> {
  const incidents =
    input.record === 'campaign'
      ? [...input.incidents, ...(input.subject.kind === 'incident' ? [input.subject.incident] : [])]
      : input.body.kind === 'outcome' && input.body.source.kind === 'incident'
        ? [input.body.source.incident]
        : []
  const open = await publicIncidentsById(house, [...new Set(incidents)])
  const known = new Set(open.flatMap((one) => [one.id, ...(one.merged ?? [])]))
  const hidden = incidents.filter((one) => !known.has(one))
  const person = input.record === 'campaign' && input.subject.kind === 'person' ? input.subject.person : null
  if (person !== null && !(await isPublicPerson(house, person))) hidden.push(person)
  if (hidden.length > 0)
    throw new Refusal(hidden.map((id) => ({ code: 'campaign.public', where: id, params: { id } })))
}
