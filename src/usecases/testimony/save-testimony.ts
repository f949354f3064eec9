/** What somebody writes down of a testimony in; recorded in their name when they may, the pages made anew, out. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { TestimonyLine } from '../../core/testimony/lines.ts'
import { recordRow } from '../../store/queries/records.ts'
import { loadTestimonies, type TestimonyOnRecord } from '../../store/queries/testimonies.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'

type Bare<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never
export type TestimonyInput = Bare<TestimonyLine>

/** Chance alone: an id that counts or tells a day would tell of who spoke. */
export const newTestimonyId = (): string => `tes-${newTail()}`

export async function listTestimonies(context: Context): Promise<readonly TestimonyOnRecord[]> {
  permit(context, 'interview')
  return loadTestimonies(context.store, today(context.clock))
}

export async function readTestimony(context: Context, id: string): Promise<TestimonyOnRecord> {
  permit(context, 'interview')
  const [found] = await loadTestimonies(context.store, today(context.clock), id)
  if (!found) throw refuse('record.unknown', { id }, id)
  return found
}

export async function saveTestimony(context: Context, input: TestimonyInput): Promise<void> {
  permit(context, 'interview')
  if (input.record === 'testimony')
    for (const id of input.incidents) {
      const row = await recordRow(context.store, id)
      // Else the answer would tell that it is there.
      if (!row || !mayRead(context, 'team', targetOf(row))) throw refuse('record.unknown', { id }, id)
    }
  const line = { ...input, by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  await replayDecisions(context, [decided])
}
