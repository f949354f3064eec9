/** What a reviewer says of a passage without making a record in (reject, split, merge, take back); rows of the log out. */
import { today } from '../../adapters/clock.ts'
import type { DecideDraft } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { earlierVersion } from './earlier-version.ts'
import type { Review, ReviewPassage } from './read-review.ts'
import { newRecord } from './save-passage.ts'

export type Said = Pick<DecideDraft, 'verdict' | 'begins' | 'with' | 'seen'> & { readonly why: string }

export async function sayOfPassage(context: Context, review: Review, key: string, said: Said): Promise<void> {
  const id = `${review.reading}#${key}`
  permit(context, 'decide', { id, target: newRecord(context) })
  if (said.verdict === 'rejected' && said.why.trim() === '') throw refuse('review.reason', {}, 'why')
  const who = { by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const { why, ...rest } = said
  const line = { record: 'draft', id, ...rest, ...who, ...(why.trim() !== '' && { why: why.trim() }) }
  const passage = review.passages.find((one) => one.key === key)
  const lines =
    said.verdict === 'undone' && passage?.state === 'decided'
      ? await takingBack(context, review, passage, { ...who, why: why.trim() }, line)
      : [line]
  const day = today(context.clock)
  await replayDecisions(
    context,
    lines.map((one) => parseDecided(one, context.knowledge.codebook, day, 'form')),
  )
}

/**
 * The last decision is taken back, not erased: a record that it corrected gets its earlier version again, as a new one; a
 * record that it made is withdrawn, and the passage is open.
 */
async function takingBack(
  context: Context,
  review: Review,
  { key, said }: ReviewPassage,
  who: { readonly by: string; readonly at: string; readonly why: string },
  undone: object,
): Promise<readonly object[]> {
  const incident = said?.incident ?? null
  const row = incident === null ? null : await recordRow(context.store, incident)
  if (!said || incident === null || !row) throw refuse('review.undo', { id: key }, key)
  if (row.state === 'withdrawn') return [undone]
  if (who.why === '') throw refuse('review.reason', {}, 'why')
  const earlier = await earlierVersion(context, review, { incident, event: said.event })
  permit(context, earlier ? 'decide' : 'withdraw', { id: incident, target: targetOf(row) })
  const draft = { id: `${review.reading}#${key}`, seen: said.event }
  return earlier
    ? [{ ...earlier, draft, ...who }]
    : [{ record: 'move', move: 'withdraw', ids: [incident], ...who }, undone]
}
