/** Who asks in; how many records wait for each next step, and for how many of them this person may be the one who takes it, out. */
import { mayAtAll } from '../core/policy.ts'
import { type RecordGroup, recordGroups } from '../store/queries/records.ts'
import type { Context } from './context.ts'
import { mayDo, mayRead, targetOf } from './permit.ts'

/** A correction is published by the same hands as a first version, so both wait as one. */
export const WAITED_FOR = ['verify', 'clear', 'publish'] as const
export type WaitedFor = (typeof WAITED_FOR)[number]
export type Waiting = { readonly move: WaitedFor; readonly all: number; readonly yours: number }

const READ_FIRST: ReadonlySet<string> = new Set(['awaited', 'differs'])

const sum = (groups: readonly RecordGroup[]): number => groups.reduce((all, one) => all + one.n, 0)

/** `groups`: what was counted already, where the page needs it too. */
export async function whatWaits(
  context: Context,
  groups?: readonly RecordGroup[],
): Promise<readonly Waiting[]> {
  const { actor, knowledge } = context
  const { policy } = knowledge.codebook
  if (actor === null) return []
  const rows = (groups ?? (await recordGroups(context.store))).filter((row) =>
    mayRead(context, 'team', targetOf(row)),
  )
  return WAITED_FOR.flatMap((move) => {
    const rule = policy.moves.get(move)
    if (!rule || !mayAtAll(policy, actor, move)) return []
    // What waits for a blind second reading, or for one to be settled, waits for that first.
    const waiting = rows.filter(
      (row) => rule.from.includes(row.state as never) && (move !== 'verify' || !READ_FIRST.has(row.second)),
    )
    const yours = waiting.filter(
      (row) => mayDo(context, move, targetOf(row)) && !(rule.notByCoder && row.coders.includes(actor.handle)),
    )
    return waiting.length === 0 ? [] : [{ move, all: sum(waiting), yours: sum(yours) }]
  })
}
