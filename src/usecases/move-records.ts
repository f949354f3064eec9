/** Records and a move in; all of them moved, or a refusal that says of each why it cannot be. */
import type { MoveRecords } from '../core/decided.ts'
import { type Fault, Refusal } from '../core/faults.ts'
import { hindrances } from '../core/state.ts'
import { instant, record } from '../store/append.ts'
import { loadStandings } from '../store/queries/standings.ts'
import { type Context, happeningOf } from './context.ts'

export async function moveRecords(context: Context, decided: MoveRecords): Promise<void> {
  const rules = context.knowledge.codebook.policy.moves
  const rule = rules.get(decided.move)
  if (!rule) throw new Error(`the table of states has no move ${decided.move}`)
  const { ids, move, by } = decided
  await record(context.store, happeningOf(context, decided), async (writer) => {
    // Read behind the lock of the log, so that two people cannot move one record past each other.
    const standings = await loadStandings(writer.trx, rules, ids)
    const faults = ids.flatMap((id): readonly Fault[] => {
      const standing = standings.get(id)
      if (!standing) return [{ code: 'record.unknown', where: id, params: { id } }]
      const { state, coders, wasShown } = standing
      return hindrances(rule, { state, coders, wasShown, replied: true }, by, decided.why).map((why) => ({
        code: `move.${why}` as const,
        where: id,
        params: { id, move, state },
      }))
    })
    if (faults.length > 0) throw new Refusal(faults)
    await writer.append(
      'moves',
      ids.map((id) => ({ record: id, move, by, at: instant(decided.at), why: decided.why ?? null })),
    )
  })
}
