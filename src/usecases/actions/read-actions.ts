/** A campaign in; how its number stands, what waits, what was said of it and whether its key is in memory, out: for those who answer for it. */
import { today } from '../../adapters/clock.ts'
import { countsOf, type KindCount } from '../../core/act/counts.ts'
import { type ActionRuling, type ActionSwitch, type SwitchState, switchesOf } from '../../core/act/rulings.ts'
import { refuse } from '../../core/faults.ts'
import {
  actionRulings,
  campaignsWithActions,
  countedActions,
  driftsOf,
  patchesOf,
  type Trend,
  trendsOf,
} from '../../store/queries/actions.ts'
import type { ActionPatchRow, ActionRecountRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import type { ActionKeys } from './keys.ts'

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

export async function listActions(context: Context): Promise<{
  readonly campaigns: readonly { readonly campaign: string; readonly counts: readonly KindCount[] }[]
  readonly switches: Readonly<Record<ActionSwitch, SwitchState>>
}> {
  permit(context, 'act-rule')
  const { house } = context
  const rulings = await actionRulings(house)
  const shown = await house.selectFrom('public_campaigns').select('id').orderBy('id').execute()
  const all = new Set([...shown.map((one) => one.id), ...(await campaignsWithActions(house))])
  const campaigns = []
  for (const campaign of all)
    campaigns.push({ campaign, counts: countsOf(campaign, await countedActions(house, campaign), rulings) })
  return { campaigns, switches: switchesOf(rulings) }
}

export async function readActions(
  context: Context,
  keys: ActionKeys,
  campaign: string,
): Promise<ActionsRead> {
  permit(context, 'act-rule')
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
    counts: countsOf(campaign, await countedActions(house, campaign), rulings),
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
  const by = context.actor?.handle ?? 'operator'
  const done = await context.house
    .updateTable('action_patches')
    .set(shown ? { shown, by } : { shown, by, words: null, language: null })
    .where('id', '=', id)
    .where('shown', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw refuse('record.unknown', { id }, id)
}
