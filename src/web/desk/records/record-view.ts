/** A record and whoever reads it in; what they may do with it as it stands out. A button that cannot work is not made. */
import { todayIs } from '../../../app/today.ts'
import type { Basis } from '../../../core/person.ts'
import { heldOf, type Incident } from '../../../core/record.ts'
import { type Reply, type ReplyState, repliesStanding, replyDue } from '../../../core/reply.ts'
import { hindrances, MOVES, type MoveName } from '../../../core/state.ts'
import type { Audience } from '../../../core/tier.ts'
import { collectorsOf, type Documented } from '../../../store/queries/collectors.ts'
import { newestBases } from '../../../store/queries/people.ts'
import type { Question } from '../../../store/queries/questions.ts'
import { repliesTo } from '../../../store/queries/standing.ts'
import { type TierDecided, tiersDecided } from '../../../store/queries/tiers.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import { questionsAbout } from '../../../usecases/colleagues/matters.ts'
import type { Context } from '../../../usecases/context.ts'
import { newestOn } from '../../../usecases/decide-draft.ts'
import { exportForms } from '../../../usecases/exports/ask-export.ts'
import { type FieldSayings, readSayings } from '../../../usecases/hand/read-sayings.ts'
import { sameEventAs } from '../../../usecases/link/same-event.ts'
import { type OwnNumber, ownNumbers } from '../../../usecases/lists/own-numbers.ts'
import { mayDo, targetOf } from '../../../usecases/permit.ts'
import { readRelations } from '../../../usecases/read-records.ts'
import { readSecond } from '../../../usecases/second/read-second.ts'
import { isReadTwice, type SecondStanding } from '../../../usecases/second/standing-of-second.ts'

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
  /** How far the blind second reading is that the codebook asks for. */
  readonly second: SecondStanding
  /** True: whoever looks may be the one who reads it blind. */
  readonly mayReadSecond: boolean
  readonly questions: readonly Question[]
  readonly mayAsk: boolean
  /** What lists call it. */
  readonly numbers: readonly OwnNumber[]
  readonly tiers: readonly TierDecided[]
  readonly sayings: readonly FieldSayings[]
  /** Records that were judged to tell the same event, as far as whoever looks may read them. */
  readonly sameEvent: readonly string[]
  /** The sources that tell it, each with its original collector. */
  readonly documented: readonly Documented[]
  /** Of a total: the single incidents that it counts too. */
  readonly covered: readonly string[]
  /** The newest entry on it: who decides in between is not written over. */
  readonly seen: number
  /** Of each recorded person in it, the newest ground; null: none was ever recorded. */
  readonly bases: ReadonlyMap<string, readonly (Basis | null)[]>
  readonly today: string
}

export async function recordView(own: Context, row: IncidentRow): Promise<RecordView> {
  const target = targetOf(row)
  const replies = await repliesTo(own.store, row.id)
  const { reply: rules } = own.knowledge.codebook.standing
  const reply = replyDue(row.body as unknown as Incident, replies, todayIs(own.clock), rules)
  const second = await readSecond(own, row)
  const heard = { replied: !['missing', 'asked'].includes(reply), readTwice: isReadTwice(second) }
  const hindered = (name: MoveName) => hindrancesOf(own, name, row, heard)
  const allowed = MOVES.filter((name) => mayDo(own, name, target))
  const mayHistory = mayDo(own, 'history', target)
  return {
    row,
    moves: allowed.filter((name) => hindered(name).length === 0),
    waitsForAnother: allowed.some((name) => hindered(name).join() === 'coder'),
    replies: repliesStanding(replies),
    reply,
    mayDecide: mayDo(own, 'decide', target),
    mayShare: mayDo(own, 'share', target),
    copies: await exportForms(own, row.id),
    mayHistory,
    second,
    mayReadSecond: mayDo(own, 'verify', target) && !row.coders.includes(own.actor?.handle ?? ''),
    questions: await questionsAbout(own, row.id),
    mayAsk: mayDo(own, 'ask', target),
    numbers: (await ownNumbers(own, [row]))[0] ?? [],
    tiers: await tiersDecided(own.store, row.id),
    sayings: mayHistory ? await readSayings(own, row) : [],
    covered: mayHistory ? await covered(own, row.id) : [],
    documented: mayHistory ? ((await collectorsOf(own.store, [row.id])).get(row.id) ?? []) : [],
    sameEvent: mayHistory ? await sameEventAs(own, row.id) : [],
    seen: await newestOn(own.store, row.id, row.id),
    bases: await newestBases(own.store, peopleIn(row)),
    today: todayIs(own.clock),
  }
}

const covered = async (own: Context, id: string): Promise<readonly string[]> =>
  (await readRelations(own, id)).flatMap((one) => (one.kind === 'covers' && !one.toIt ? [one.id] : []))

const peopleIn = (row: IncidentRow): readonly string[] =>
  heldOf(row.body as unknown as Incident, 'person').flatMap((one) => one.person ?? [])

type Heard = { readonly replied: boolean; readonly readTwice: boolean }

function hindrancesOf(own: Context, name: MoveName, row: IncidentRow, heard: Heard) {
  const rule = own.knowledge.codebook.policy.moves.get(name)
  const standing = { state: row.state as never, coders: row.coders, wasShown: row.was_shown, ...heard }
  return rule ? hindrances(rule, standing, own.actor?.handle ?? '', 'a reason') : (['state'] as const)
}
