/** What a reviewer says of a passage without making a record in (reject, split, merge, take back); rows of the log out. */
import { today } from '../../adapters/clock.ts'
import type { DecideDraft, Decided } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { recordHistory, recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import type { Review } from './read-review.ts'
import { newRecord } from './save-passage.ts'

export type Said = Pick<DecideDraft, 'verdict' | 'begins' | 'with' | 'seen'> & { readonly why: string }

export async function sayOfPassage(context: Context, review: Review, key: string, said: Said): Promise<void> {
  const id = `${review.reading}#${key}`
  permit(context, 'decide', { id, target: newRecord(context) })
  if (said.verdict === 'rejected' && said.why.trim() === '') throw refuse('review.reason', {}, 'why')
  const who = { by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const { why, ...rest } = said
  const line = { record: 'draft', id, ...rest, ...who, ...(why.trim() !== '' && { why: why.trim() }) }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  const before = said.verdict === 'undone' ? await recordTakenBack(context, review, key, who, why) : []
  await replayDecisions(context, [...before, decided])
}

/**
 * A record that this passage alone made is withdrawn, not erased: that it was there stays in the log. One that was decided
 * more than once has a life of its own, and is corrected instead.
 */
async function recordTakenBack(
  context: Context,
  review: Review,
  key: string,
  who: { readonly by: string; readonly at: string },
  why: string,
): Promise<readonly Decided[]> {
  const passage = review.passages.find((one) => one.key === key)
  if (passage?.state !== 'decided') return []
  const id = passage.said?.incident ?? null
  const row = id === null ? null : await recordRow(context.store, id)
  if (id === null || !row) throw refuse('review.undo', { id: key }, key)
  if (row.state === 'withdrawn') return []
  permit(context, 'withdraw', { id, target: targetOf(row) })
  const decisions = (await recordHistory(context.store, id)).filter((one) => one.kind === 'decided')
  if (decisions.length > 1) throw refuse('review.undo', { id: key }, key)
  if (why.trim() === '') throw refuse('review.reason', {}, 'why')
  return [{ record: 'move', move: 'withdraw', ids: [id], ...who, why: why.trim() }]
}
