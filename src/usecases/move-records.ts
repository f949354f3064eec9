/** Records and a move in; all of them moved, or a refusal that says of each why it cannot be. */
import { today } from '../adapters/clock.ts'
import type { MoveRecords } from '../core/decided.ts'
import { type Fault, Refusal } from '../core/faults.ts'
import { replyDue } from '../core/reply.ts'
import { hindrances } from '../core/state.ts'
import { instant, record } from '../store/append.ts'
import type { Store } from '../store/connect.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { loadReplies } from '../store/queries/standing.ts'
import { loadStatuses } from '../store/queries/statuses.ts'
import { type Context, happeningOf } from './context.ts'
import { isReadTwice, secondStandings } from './second/standing-of-second.ts'

export async function moveRecords(context: Context, decided: MoveRecords): Promise<void> {
  const rules = context.knowledge.codebook.policy.moves
  const rule = rules.get(decided.move)
  if (!rule) throw new Error(`the table of states has no move ${decided.move}`)
  const { move, by } = decided
  // Ticked twice, or written twice in a file, a record is moved once.
  const ids = [...new Set(decided.ids)]
  await record(context.store, happeningOf(context, decided), async (writer) => {
    // Read behind the lock of the log, so that two people cannot move one record past each other.
    const statuses = await loadStatuses(writer.trx, rules, ids)
    const isHeard = move === 'clear' ? await heardIn(context, writer.trx, ids) : () => true
    const readTwice = move === 'verify' ? await readTwiceIn(context, writer.trx, ids) : () => true
    const faults = ids.flatMap((id): readonly Fault[] => {
      const status = statuses.get(id)
      if (!status) return [{ code: 'record.unknown', where: id, params: { id } }]
      const { state, coders, wasShown } = status
      const replied = isHeard(id)
      const standing = { state, coders, wasShown, replied, readTwice: readTwice(id) }
      return hindrances(rule, standing, by, decided.why).map((why) => ({
        code: `move.${why}` as const,
        where: id,
        params: { id, move, state },
      }))
    })
    if (faults.length > 0) throw new Refusal(faults)
    await writer.append(
      'moves',
      ids.map((id) => ({
        ...{ record: id, move, by, at: instant(decided.at), why: decided.why ?? null },
        tells_old: decided.tellsOld === true ? true : null,
      })),
    )
  })
}

/** Whoever is said to have done wrong was asked, and their time has passed or they answered; or it is written why nobody was. */
async function heardIn(
  context: Context,
  store: Pick<Store, 'selectFrom'>,
  ids: readonly string[],
): Promise<(id: string) => boolean> {
  const [replies, incidents] = [await loadReplies(store), await loadIncidents(store, ids)]
  const rules = context.knowledge.codebook.standing.reply
  const now = today(context.clock)
  const waiting = incidents.filter((one) =>
    ['missing', 'asked'].includes(replyDue(one, replies.get(one.id) ?? [], now, rules)),
  )
  const unheard = new Set(waiting.map((one) => one.id))
  return (id) => !unheard.has(id)
}

/** Where the codebook asks for a blind second reading, it was made and agrees, or somebody of the two settled the differences. */
async function readTwiceIn(
  context: Context,
  store: Pick<Store, 'selectFrom'>,
  ids: readonly string[],
): Promise<(id: string) => boolean> {
  const standings = await secondStandings(context, store, await loadIncidents(store, ids), ids)
  return (id) => isReadTwice(standings.get(id))
}
