/** A campaign in; how its number stands, what waits, what was said of it and whether its key is in memory, out: for those who answer for it. */
import { today } from '../../adapters/clock.ts'
import type { KindCount } from '../../core/act/counts.ts'
import { type ActionRuling, type ActionSwitch, type SwitchState, switchesOf } from '../../core/act/rulings.ts'
import { refuse } from '../../core/faults.ts'
import {
  actionRulings,
  campaignsWithActions,
  driftsOf,
  patchesOf,
  type Trend,
  trendsOf,
} from '../../store/queries/actions.ts'
import type { ActionPatchRow, ActionRecountRow } from '../../store/tables.ts'
import { listCampaigns } from '../act/campaigns.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { countsOfCampaign } from './counts-of-campaign.ts'
import type { ActionKeys } from './keys.ts'
import { isOfHouse, isOwnCampaign, ownCampaign } from './own-campaign.ts'

/** Fewer of a domain on a day are nobody's flood. */
const FEWEST_OF_TREND = 10
const PATCHES_AT_ONCE = 50

export type ActionsRead = {
  readonly campaign: string
  /** none: it has none yet · absent: nobody has loaded it into this program · loaded · destroyed: it is closed. */
  readonly key: 'none' | 'absent' | 'loaded' | 'destroyed'
  readonly counts: readonly KindCount[]
  readonly trends: readonly Trend[]
  readonly rulings: readonly (ActionRuling & { readonly isLifted: boolean })[]
  readonly drifts: readonly ActionRecountRow[]
  /** Words that nobody has read yet. */
  readonly patches: readonly ActionPatchRow[]
}

export type ActionsList = {
  readonly campaigns: readonly { readonly campaign: string; readonly counts: readonly KindCount[] }[]
  readonly switches: Readonly<Record<ActionSwitch, SwitchState>>
  /** False: they are somebody else's, who is not named, and neither is why. */
  readonly maySwitch: boolean
}

export async function listActions(context: Context): Promise<ActionsList> {
  permit(context, 'act-rule')
  const { house, actor } = context
  const rulings = await actionRulings(house)
  const own = (await listCampaigns(context))
    .filter((one) => actor === null || one.organisation === actor.organisation)
    .map((one) => one.text.id)
  const shown = await house.selectFrom('public_campaigns').select('id').execute()
  const any = new Set([...shown.map((one) => one.id), ...(await campaignsWithActions(house))])
  const campaigns = []
  for (const campaign of own.filter((one) => any.has(one)).toSorted())
    campaigns.push({ campaign, counts: await countsOfCampaign(house, campaign, rulings) })
  const maySwitch = isOfHouse(context)
  const switches = switchesOf(rulings)
  return { campaigns, switches: maySwitch ? switches : nameless(switches), maySwitch }
}

const nameless = (switches: ActionsList['switches']): ActionsList['switches'] => {
  const bare = ({ on }: SwitchState): SwitchState => ({ on, by: null, why: null })
  const { signing, others, mail, counts } = switches
  return { signing: bare(signing), others: bare(others), mail: bare(mail), counts: bare(counts) }
}

export async function readActions(
  context: Context,
  keys: ActionKeys,
  campaign: string,
): Promise<ActionsRead> {
  await ownCampaign(context, campaign)
  const { house, clock } = context
  const known = await house
    .selectFrom('public_campaigns')
    .select('id')
    .where('id', '=', campaign)
    .executeTakeFirst()
  const key = await house
    .selectFrom('action_keys')
    .selectAll()
    .where('campaign', '=', campaign)
    .executeTakeFirst()
  if (!known && !key) throw refuse('record.unknown', { id: campaign }, campaign)
  const rulings = await actionRulings(house)
  const lifted = new Set(rulings.flatMap(({ body }) => (body.kind === 'lift' ? [body.ruling] : [])))
  return {
    campaign,
    key: !key ? 'none' : key.destroyed !== null ? 'destroyed' : keys.of(campaign) ? 'loaded' : 'absent',
    counts: await countsOfCampaign(house, campaign, rulings),
    trends: await trendsOf(house, campaign, today(clock), FEWEST_OF_TREND),
    rulings: rulings
      .filter(({ body }) => 'campaign' in body && body.campaign === campaign)
      .map((one) => ({ ...one, isLifted: lifted.has(one.id) }))
      .toReversed(),
    drifts: (await driftsOf(house, campaign)).filter((one) => one.stood !== one.counted),
    patches: (await patchesOf(house, campaign, null, PATCHES_AT_ONCE)).filter((one) => one.words !== null),
  }
}

/** Read by a person: its words are shown, or go for good. The patch itself stays sewn in. */
export async function readPatch(context: Context, id: string, shown: boolean): Promise<void> {
  permit(context, 'act-rule')
  const patch = await context.house
    .selectFrom('action_patches')
    .select('campaign')
    .where('id', '=', id)
    .executeTakeFirst()
  const unknown = refuse('record.unknown', { id }, id)
  if (!patch || !(await isOwnCampaign(context, patch.campaign))) throw unknown
  const by = context.actor?.handle ?? 'operator'
  const done = await context.house
    .updateTable('action_patches')
    .set(shown ? { shown, by } : { shown, by, words: null, language: null })
    .where('id', '=', id)
    .where('shown', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw unknown
}
