/** A campaign that readers may see in, its kit with five sheets that have codes of their own out: the same as the public one otherwise. */
import { newTail } from '../../adapters/chance.ts'
import { refuse } from '../../core/faults.ts'
import { kitOf } from '../../publish/campaign/kit.ts'
import type { CampaignView } from '../../publish/campaign/view.ts'
import type { Face } from '../../publish/views.ts'
import type { CampaignOnRecord } from '../../store/queries/campaigns.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'
import type { Context } from '../context.ts'
import { setLeaves } from '../set-leaves.ts'
import { lettersOf } from './letters-of.ts'

const SHEETS = 5

/** By chance, so that a code tells nothing of how many sheets there are; in letters that are not taken for one another. */
const newCode = (): string => {
  const tail = newTail().toUpperCase()
  return `${tail.slice(0, 3)}-${tail.slice(3)}`
}

/** No line of it tells where the person stands today: the page does, and paper would grow old. */
export async function kitFor(
  context: Context,
  { text }: CampaignOnRecord,
  face: Face,
): Promise<Awaited<ReturnType<typeof setLeaves>>> {
  const campaign = await publicCampaign(context.house, text.id)
  const pack = context.knowledge.packs.get(text.country)
  if (!campaign || !pack) throw refuse('record.unknown', { id: text.id }, text.id)
  const view: CampaignView = { ...face, campaign, pack, person: null, records: [] }
  return setLeaves(kitOf(view, lettersOf(view), Array.from({ length: SHEETS }, newCode)))
}
