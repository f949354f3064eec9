/** That somebody looked, or did not, in; a row that supersedes what was said of it before out. */
import type { SayCoverage } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { instant, record } from '../../store/append.ts'
import { type Context, happeningOf, packOf } from '../context.ts'
import { permitMeasure } from './counted-rows.ts'

export async function recordCoverage(context: Context, decided: SayCoverage): Promise<void> {
  permitMeasure(context)
  const { id, country, collector, region = null, from, to, looked, by, why = null } = decided
  const pack = packOf(context.knowledge, country)
  if (region !== null && !pack.regions.has(region))
    throw refuse('count.unknown', { value: region, known: [...pack.regions.keys()].join(', ') }, 'region')
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('coverage', [
      {
        ...{ id, country, collector, region, date_from: from, date_to: to, looked },
        ...{ by, at: instant(decided.at), why },
      },
    ]),
  )
}
