/** A campaign's id in, what the site takes for it today out: as it stands on record, and only while readers may know of it. */
import { type Clock, today } from '../../adapters/clock.ts'
import { hasEnded, takingOn } from '../../core/act/campaign.ts'
import type { ActionDoor } from '../../core/act/door.ts'
import type { CampaignMoves } from '../../core/act/state.ts'
import type { Store } from '../../store/connect.ts'
import { loadCampaigns } from '../../store/queries/campaigns.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'

type Given = { readonly store: Store; readonly clock: Clock; readonly moves: CampaignMoves }

/** A form asks many times a second; a campaign that is paused takes nothing two seconds later. */
const LASTS_MS = 2_000

export function doorsOf(given: Given): (campaign: string) => Promise<ActionDoor | null> {
  const known = new Map<string, { readonly until: number; readonly door: Promise<ActionDoor | null> }>()
  return (campaign) => {
    const now = performance.now()
    const found = known.get(campaign)
    if (found && found.until > now) return found.door
    const door = doorOf(given, campaign)
    door.catch(() => known.delete(campaign))
    // Nobody fills the memory with campaigns that there are not.
    if (known.size > 1_000) known.clear()
    known.set(campaign, { until: now + LASTS_MS, door })
    return door
  }
}

/** Asked of what is on record: a campaign that is withdrawn has no door, and neither has one that waits to be shown again. */
export const endedOf =
  ({ store, clock, moves }: Given) =>
  async (id: string): Promise<boolean> => {
    const [campaign] = await loadCampaigns(store, moves, id)
    return !campaign || hasEnded(campaign, today(clock))
  }

async function doorOf({ store, clock, moves }: Given, id: string): Promise<ActionDoor | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(id) || (await publicCampaign(store, id)) === null) return null
  const [campaign] = await loadCampaigns(store, moves, id)
  if (!campaign) return null
  const { kinds, onlineInCountry } = takingOn(campaign, today(clock))
  return {
    ...{ campaign: id, country: campaign.text.country, kinds, onlineInCountry },
    isClosed: hasEnded(campaign, today(clock)),
  }
}
