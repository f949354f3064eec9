/** A legal analysis in; a row that supersedes what was said under its id before out. */
import type { RecordAnalysis } from '../../core/analysis.ts'
import { refuse } from '../../core/faults.ts'
import { namesSomebody } from '../../core/withholding/project-analysis.ts'
import { instant, record } from '../../store/append.ts'
import { refuseUnknownIncident } from '../../store/queries/incidents.ts'
import { type Context, happeningOf, packOf } from '../context.ts'
import { permit } from '../permit.ts'
import { namesAtStake } from './names-at-stake.ts'

export async function recordAnalysis(context: Context, decided: RecordAnalysis): Promise<void> {
  permit(context, 'analyse')
  const { id, country, of, standard, steps, finding, by } = decided
  const pack = packOf(context.knowledge, country)
  if ('incident' in of) await refuseUnknownIncident(context.store, of.incident)
  else if (!pack.provisions.has(of.law) && !pack.acts.has(of.law))
    throw refuse('rating.unknown', { id: of.law }, 'of.law')
  const asks = decided.asks ?? []
  const body = { standard, steps, finding, asks, author: decided.author ?? null }
  if (decided.public && namesSomebody(body, await namesAtStake(context.house, pack)))
    throw refuse('analysis.names', { id }, id)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('analyses', [
      {
        ...{ id, country, by, at: instant(decided.at), is_public: decided.public },
        ...('incident' in of ? { incident: of.incident, law: null } : { incident: null, law: of.law }),
        ...body,
      },
    ]),
  )
}
