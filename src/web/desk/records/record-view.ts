/** A record and whoever reads it in; what they may do with it as it stands out. A button that cannot work is not made. */
import { todayIs } from '../../../app.ts'
import type { Basis } from '../../../core/person.ts'
import { heldOf, type Incident } from '../../../core/record.ts'
import { type Reply, type ReplyState, repliesStanding, replyDue } from '../../../core/reply.ts'
import { hindrances, MOVES, type MoveName } from '../../../core/state.ts'
import type { Audience } from '../../../core/tier.ts'
import { newestBases } from '../../../store/queries/people.ts'
import { repliesTo } from '../../../store/queries/standing.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { Context } from '../../../usecases/context.ts'
import { exportForms } from '../../../usecases/exports/ask-export.ts'
import { mayDo, targetOf } from '../../../usecases/permit.ts'

export type RecordView = {
  readonly row: IncidentRow
  /** What this person may do with this record as it stands; a reason it may still need is asked for in the form. */
  readonly moves: readonly MoveName[]
  /** True: it waits for a second person, and whoever looks coded it. */
  readonly waitsForAnother: boolean
  readonly replies: readonly Reply[]
  readonly reply: ReplyState
  readonly mayDecide: boolean
  readonly mayShare: boolean
  /** The forms in which this person may take it out. */
  readonly copies: readonly Audience[]
  readonly mayHistory: boolean
  /** Of each recorded person in it, the newest ground; null: none was ever recorded. */
  readonly bases: ReadonlyMap<string, Basis | null>
  readonly today: string
}

export async function recordView(own: Context, row: IncidentRow): Promise<RecordView> {
  const target = targetOf(row)
  const replies = await repliesTo(own.store, row.id)
  const { reply: rules } = own.knowledge.codebook.standing
  const reply = replyDue(row.body as unknown as Incident, replies, todayIs(own.clock), rules)
  const hindered = (name: MoveName) => hindrancesOf(own, name, row, !['missing', 'asked'].includes(reply))
  const allowed = MOVES.filter((name) => mayDo(own, name, target))
  return {
    row,
    moves: allowed.filter((name) => hindered(name).length === 0),
    waitsForAnother: allowed.some((name) => hindered(name).join() === 'coder'),
    replies: repliesStanding(replies),
    reply,
    mayDecide: mayDo(own, 'decide', target),
    mayShare: mayDo(own, 'share', target),
    copies: await exportForms(own, row.id),
    mayHistory: mayDo(own, 'history', target),
    bases: await newestBases(own.store, peopleIn(row)),
    today: todayIs(own.clock),
  }
}

const peopleIn = (row: IncidentRow): readonly string[] =>
  heldOf(row.body as unknown as Incident, 'person').flatMap((one) => one.person ?? [])

function hindrancesOf(own: Context, name: MoveName, row: IncidentRow, replied: boolean) {
  const rule = own.knowledge.codebook.policy.moves.get(name)
  const standing = { state: row.state as never, coders: row.coders, wasShown: row.was_shown, replied }
  return rule ? hindrances(rule, standing, own.actor?.handle ?? '', 'a reason') : (['state'] as const)
}
