/** Campaigns whose last day is over and that nobody closed in; each closed in the log, in the name of the program and with the reason, out. */
import { createHash } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import type { Actor } from '../../core/access.ts'
import { entriesOf, isPastLastDay } from '../../core/act/campaign.ts'
import type { CampaignState } from '../../core/act/state.ts'
import { LANGUAGES } from '../../core/language.ts'
import { type CampaignOnRecord, loadCampaigns } from '../../store/queries/campaigns.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { replayDecisions } from '../replay-decisions.ts'

const BY = 'aigaq'
/** What was won, or taken back, says more than that it is closed: it keeps its word, and lets go of its key all the same. */
const LEFT_OPEN: ReadonlySet<CampaignState> = new Set(['open', 'paused'])

export async function closeOverdue(context: Context): Promise<number> {
  const { house, knowledge, clock } = context
  const day = today(clock)
  const all = await loadCampaigns(house, knowledge.codebook.campaigns.moves)
  const over = all.filter((one) => LEFT_OPEN.has(one.state) && isPastLastDay(one, day))
  for (const one of over) await close(context, one)
  return over.length
}

/** Whoever keeps the log can read why; two programs that begin the day together say the same entry. */
async function close(context: Context, campaign: CampaignOnRecord): Promise<void> {
  const { knowledge, clock, house } = context
  const { id } = campaign.text
  const last = campaign.opened?.closes ?? ''
  const actor: Actor = {
    ...{ account: BY, handle: BY },
    ...{ organisation: campaign.organisation, role: 'campaigner' },
  }
  const line = {
    ...{ record: 'campaign-entry', id, entry: entryFor(campaign), body: { kind: 'move', move: 'close' } },
    why: LANGUAGES.map((one) => knowledge.words[one].t('camp.closed-itself', { day: last })).join(' · '),
    ...{ by: BY, at: clock.now() },
  }
  const decided = parseDecided(line, knowledge.codebook, today(clock), 'last day')
  await replayDecisions({ ...context, actor, store: house }, [decided])
}

/** Another one when it was opened again since. */
const entryFor = (campaign: CampaignOnRecord): string => {
  const moves = entriesOf(campaign, 'move').length
  return `e-${createHash('sha256').update(`${campaign.text.id} closed after ${moves}`).digest('hex').slice(0, 20)}`
}
