/** Who asks and a campaign in; whether it is one of their own organisation, out: any other is answered like one that never was. */
import { HOME } from '../../core/access.ts'
import { refuse } from '../../core/faults.ts'
import { loadCampaigns } from '../../store/queries/campaigns.ts'
import { type Context, organisationOf } from '../context.ts'
import { permit } from '../permit.ts'

/**
 * Rows of actions stand outside the walls of the database, since whoever acts has no account. So the campaign is read first, as
 * whoever asks may read it. The operator passes: a log is replayed with rulings on campaigns that were forgotten since.
 */
export async function isOwnCampaign(context: Context, id: string): Promise<boolean> {
  permit(context, 'act-rule')
  const { actor, store, knowledge } = context
  if (actor === null) return true
  const [found] = await loadCampaigns(store, knowledge.codebook.campaigns.moves, id)
  // Where the database has no login of its own for the workspace, it shows all: then this wall stands alone.
  return found?.organisation === actor.organisation
}

export async function ownCampaign(context: Context, id: string): Promise<void> {
  if (!(await isOwnCampaign(context, id))) throw refuse('record.unknown', { id }, id)
}

/** What is switched is switched for everybody: the house's own people say it. */
export const isOfHouse = (context: Pick<Context, 'actor'>): boolean => organisationOf(context) === HOME
