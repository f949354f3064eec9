/** Two records in, whether they tell one event written down as one row; no value of either is decided anew by it. */
import type { JudgeRecords } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import { keyOf, ordered } from '../../core/identity/pairs.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { instant, record } from '../../store/append.ts'
import { loadIncidents } from '../../store/queries/incidents.ts'
import { RECORD_KIND, saidOfPairs } from '../../store/queries/pairs.ts'
import { loadStatuses } from '../../store/queries/statuses.ts'
import { type Context, happeningOf } from '../context.ts'

/**
 * Refuses with `record.unknown`, `pair.unlike` (another country, or a total beside an event), and of a clearance with
 * `pair.not-same`, `pair.contradiction`, `pair.own` (whoever coded one of them, or judged them, cannot let readers see it); of a
 * blind judgement with `pair.first` (nobody has judged them, or whoever asks has).
 */
export async function judgeRecords(context: Context, judgement: JudgeRecords): Promise<void> {
  const { verdict, blind, by, at, why } = judgement
  const [left, right] = ordered(judgement.id, judgement.with)
  await record(context.store, happeningOf(context, judgement), async (writer) => {
    const both = await loadIncidents(writer.trx, [left, right])
    for (const id of [left, right])
      if (!both.some((one) => one.id === id)) throw refuse('record.unknown', { id }, id)
    const events = judgedOne(await saidOfPairs(writer.trx))
    const now = events.pairs.get(keyOf(left, right))
    if (verdict === 'same' && new Set(both.map(likeness)).size > 1)
      throw refuse('pair.unlike', { left, right }, left)
    if (blind && (!now || now.first.by === by)) throw refuse('pair.first', { left, right }, left)
    if (verdict === 'cleared') {
      if (now?.verdict !== 'same') throw refuse('pair.not-same', { left, right }, left)
      const torn = events.contradictions.flatMap((one) => [one.different, ...one.path])
      if (torn.some((one) => one.left === left && one.right === right))
        throw refuse('pair.contradiction', { left, right }, left)
      const statuses = await loadStatuses(writer.trx, context.knowledge.codebook.policy.moves, [left, right])
      const coders = [...statuses.values()].flatMap((one) => one.coders)
      // A blind second judge made nothing: they have read both, and may be the one who clears.
      if ([...coders, now.first.by].includes(by)) throw refuse('pair.own', { left, right }, left)
    }
    await writer.append('judgements', [
      {
        ...{ left_kind: RECORD_KIND, left_id: left, right_kind: RECORD_KIND, right_id: right, verdict },
        ...{ score: null, explanation: why ?? '', blind: blind ? true : null, by, at: instant(at) },
      },
    ])
  })
}

const likeness = (one: Incident): string =>
  `${one.country} ${heldOf(one, 'kind')[0]?.value === 'aggregate' ? 'total' : 'event'}`
