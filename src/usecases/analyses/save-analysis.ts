/** A lawyer's reasoning from a form in; recorded in their name when they may, the pages made anew, out. And what is on record of it. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { RecordAnalysis } from '../../core/analysis.ts'
import { refuse } from '../../core/faults.ts'
import { analysesOf } from '../../store/queries/analyses.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { AnalysisRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'

export type AnalysisInput = Omit<RecordAnalysis, 'by' | 'at'>

export const newAnalysisId = (): string => `analysis-${newTail()}`

/** Of every country, as far as whoever asks may see. */
export async function listAnalyses(context: Context): Promise<readonly AnalysisRow[]> {
  permit(context, 'analyse')
  const all = await Promise.all(
    [...context.knowledge.packs.keys()].map((country) => analysesOf(context.store, country)),
  )
  return all.flat()
}

export async function readAnalysis(context: Context, id: string): Promise<AnalysisRow> {
  const found = (await listAnalyses(context)).find((one) => one.id === id)
  if (!found) throw refuse('record.unknown', { id }, id)
  return found
}

export async function saveAnalysis(context: Context, input: AnalysisInput): Promise<void> {
  permit(context, 'analyse')
  if ('incident' in input.of) {
    const { incident } = input.of
    const row = await recordRow(context.store, incident)
    // Else the answer would tell that it is there.
    if (!row || !mayRead(context, 'team', targetOf(row)))
      throw refuse('record.unknown', { id: incident }, incident)
  }
  const line = { ...input, by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  await replayDecisions(context, [decided])
}
