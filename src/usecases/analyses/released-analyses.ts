/** A country in, its legal analyses as readers may see them out: those that their lawyer made public, of laws and of incidents that are public. */
import { HOME } from '../../core/access.ts'
import type { PublicAnalysis } from '../../core/analysis.ts'
import type { Pack } from '../../core/pack.ts'
import { projectAnalysis } from '../../core/withholding/project-analysis.ts'
import type { Store } from '../../store/connect.ts'
import { analysesOf } from '../../store/queries/analyses.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import { namesAtStake } from './names-at-stake.ts'

/** Only the house's own. One that would name somebody who was recorded since goes, until it is written anew. */
export async function releasedAnalyses(
  house: Pick<Store, 'selectFrom'>,
  pack: Pack,
): Promise<readonly PublicAnalysis[]> {
  const rows = (await analysesOf(house, pack.id)).filter(
    (one) => (one.organisation ?? HOME) === HOME && one.is_public,
  )
  const about = rows.flatMap((one) => one.incident ?? [])
  const shown = new Set((await publicIncidentsById(house, about)).map((one) => one.id))
  const released: PublicAnalysis[] = []
  for (const { id, country, incident, law, standard, steps, finding, author, asks, at } of rows) {
    if (incident !== null && !shown.has(incident)) continue
    const of = incident === null ? { law: law ?? '' } : { incident }
    const names = await namesAtStake(house, pack, incident ?? '')
    const body = { id, country, of, standard, steps, finding, author, asks }
    const one = projectAnalysis(body, at.slice(0, 10), names)
    if (one !== null) released.push(one)
  }
  return released
}
