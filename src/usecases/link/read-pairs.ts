/** Whoever asks in; pairs of their records that perhaps tell one event, what was judged of them and what waits, out. */
import { type Agreement, agreementOf } from '../../core/identity/agreement.ts'
import type { Contradiction } from '../../core/identity/groups.ts'
import { type JudgedOne, judgedOne } from '../../core/identity/judged-one.ts'
import { judgedTwice, keyOf, ordered, type PairStanding } from '../../core/identity/pairs.ts'
import { type LikelyPair, likelyPairs } from '../../link/likely-pairs.ts'
import { type EventRow, eventsBetween } from '../../store/queries/linking.ts'
import { saidOfPairs } from '../../store/queries/pairs.ts'
import { recordRow, recordRowsById, type Step } from '../../store/queries/records.ts'
import type { IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayDo, mayRead, permit, targetOf } from '../permit.ts'
import { readHistory } from '../read-records.ts'

export type PairAsked = {
  readonly at: number
  /** Two ids, where somebody asked for this pair. */
  readonly ids: readonly [string, string] | null
  /** Judged once by somebody else, and shown without what they said. */
  readonly blind: boolean
}
export type Side = { readonly row: IncidentRow; readonly steps: readonly Step[] }
export type RecordPair = {
  readonly left: Side
  readonly right: Side
  readonly why: LikelyPair['why']
  /** Null where nothing was said, and for whoever judges blind. */
  readonly standing: PairStanding | null
  readonly mayJudge: boolean
  readonly mayClear: boolean
}
export type Pairs = {
  readonly open: number
  readonly pair: RecordPair | null
  /** Judged the same; readers see them apart until somebody clears it. */
  readonly uncleared: readonly PairStanding[]
  /** Two judges differ: unsure until somebody settles it. */
  readonly unsettled: readonly PairStanding[]
  /** How many this person may judge a second time, blind. */
  readonly second: number
  readonly contradictions: readonly Contradiction<PairStanding>[]
  readonly agreement: Agreement
}

export async function readPairs(context: Context, asked: PairAsked): Promise<Pairs> {
  const said = await saidOfPairs(context.store)
  const events = judgedOne(said)
  const rows = await eventsBetween(context.store, '0001-01-01', '9999-12-31')
  const standing = [...events.pairs.values()]
  const known = new Set(rows.map((one) => one.id))
  const beside = standing.flatMap((one) => [one.left, one.right]).filter((id) => !known.has(id))
  const seen = mine(context, rows, await recordRowsById(context.store, [...new Set(beside)]))
  const isSeen = (one: { readonly left: string; readonly right: string }): boolean =>
    seen.has(one.left) && seen.has(one.right)
  const own = standing.filter(isSeen)
  const handle = context.actor?.handle ?? ''
  const second = own.filter((one) => one.second === null && one.first.by !== handle)
  const likely = likelyPairs(
    rows.filter((one) => one.kind !== 'aggregate' && seen.has(one.id)),
    context.knowledge.names,
  )
  const queue: readonly Asked[] = asked.blind ? second : byWeight(likely, rows, events)
  const first = asked.ids
    ? { left: ordered(...asked.ids)[0], right: ordered(...asked.ids)[1] }
    : queue[Math.min(asked.at, queue.length - 1)]
  const why = likely.find((one) => one.left === first?.left && one.right === first.right)?.why ?? []
  return {
    open: queue.length,
    pair: first ? await pairOf(context, first, events, { why, blind: asked.blind }) : null,
    uncleared: own.filter((one) => one.verdict === 'same' && one.cleared === null),
    unsettled: own.filter((one) => one.second !== null && one.verdict !== one.first.verdict),
    second: second.length,
    contradictions: events.contradictions.filter((one) => [one.different, ...one.path].every(isSeen)),
    agreement: agreementOf(judgedTwice(said.filter(isSeen))),
  }
}

type Asked = { readonly left: string; readonly right: string }
type Standing = Pick<
  EventRow,
  'id' | 'organisation' | 'state' | 'tier' | 'coders' | 'assigned' | 'shared_with'
>

function mine(context: Context, ...rows: readonly (readonly Standing[])[]): ReadonlySet<string> {
  const may = (row: Standing): boolean =>
    mayRead(context, 'team', targetOf(row)) && mayDo(context, 'decide', targetOf(row))
  return new Set(
    rows
      .flat()
      .filter(may)
      .map((one) => one.id),
  )
}

/**
 * Those nothing was said of, the weightiest first: where both are on a page readers count one event twice; then by how many
 * people they name, since each has one arrest too many in their history.
 */
function byWeight(
  likely: readonly LikelyPair[],
  rows: readonly EventRow[],
  { pairs, judged }: JudgedOne,
): readonly LikelyPair[] {
  const known = new Map(rows.map((one) => [one.id, one]))
  const isOne = (one: Asked): boolean =>
    judged.some((group) => group.includes(one.left) && group.includes(one.right))
  const pages = (one: Asked): number =>
    [one.left, one.right].filter((id) => ['published', 'corrected'].includes(known.get(id)?.state ?? ''))
      .length
  const people = (one: Asked): number =>
    [one.left, one.right].reduce((sum, id) => sum + (known.get(id)?.people.length ?? 0), 0)
  return likely
    .filter((one) => !pairs.has(keyOf(one.left, one.right)) && !isOne(one))
    .toSorted(
      (a, b) =>
        pages(b) - pages(a) ||
        people(b) - people(a) ||
        b.why.length - a.why.length ||
        (a.left < b.left ? -1 : 1),
    )
}

async function pairOf(
  context: Context,
  { left, right }: Asked,
  { pairs, contradictions }: JudgedOne,
  { why, blind }: { readonly why: LikelyPair['why']; readonly blind: boolean },
): Promise<RecordPair> {
  const sides = [await sideOf(context, left, blind), await sideOf(context, right, blind)] as const
  const now = pairs.get(keyOf(left, right)) ?? null
  const torn = contradictions.flatMap((one) => [one.different, ...one.path])
  const handle = context.actor?.handle ?? ''
  const isTheirs = [...sides.flatMap((one) => one.row.coders), now?.first.by].includes(handle)
  return {
    ...{ left: sides[0], right: sides[1], why },
    standing: blind ? null : now,
    mayJudge: sides.every(({ row }) => mayDo(context, 'decide', targetOf(row))),
    mayClear:
      !blind &&
      now?.verdict === 'same' &&
      now.cleared === null &&
      !isTheirs &&
      !torn.some((one) => one.said === now) &&
      sides.every(({ row }) => mayClear(context, row)),
  }
}

/** Whoever could publish the record, were it cleared, may let readers see it as one with another. */
export const mayClear = (context: Context, row: IncidentRow): boolean =>
  mayDo(context, 'correct', { ...targetOf(row), state: 'cleared' })

async function sideOf(context: Context, id: string, blind: boolean): Promise<Side> {
  const row = await recordRow(context.store, id)
  permit(context, 'relations', { id, target: row && targetOf(row) })
  if (!row) throw new Error(`the record ${id} was permitted and is not there`)
  const steps = await readHistory(context, id)
  return { row, steps: blind ? steps.filter((one) => one.kind !== 'judged') : steps }
}
