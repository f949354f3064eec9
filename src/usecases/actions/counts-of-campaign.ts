/** What was counted of a campaign, and the rulings on it, in; the numbers of each kind as they stand out. */
import { countsOf, type KindCount } from '../../core/act/counts.ts'
import { standingOn, toldApart } from '../../core/act/rulings.ts'
import { actionRulings, countedActions } from '../../store/queries/actions.ts'

type Reader = Parameters<typeof actionRulings>[0]

/** Summed in the database as far as no ruling tells rows apart. */
export async function countsOfCampaign(
  store: Reader,
  campaign: string,
  rulings?: Awaited<ReturnType<typeof actionRulings>>,
): Promise<readonly KindCount[]> {
  const all = rulings ?? (await actionRulings(store))
  const rows = await countedActions(store, campaign, toldApart(standingOn(all, campaign)))
  return countsOf(campaign, rows, all)
}
