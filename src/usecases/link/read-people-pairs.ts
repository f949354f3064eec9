/** Whoever asks in; pairs of people on record who perhaps are one, what was judged of them and what waits, out. */

import { refuse } from '../../core/faults.ts'
import { type Agreement, agreementOf } from '../../core/identity/agreement.ts'
import type { Contradiction } from '../../core/identity/groups.ts'
import type { JudgedOne } from '../../core/identity/judged-one.ts'
import { judgedTwice, keyOf, ordered, type PairStanding } from '../../core/identity/pairs.ts'
import type { NameRules } from '../../core/names/rules.ts'
import type { Person } from '../../core/person.ts'
import { mayAtAll } from '../../core/policy.ts'
import { spellingsOf } from '../../core/sought.ts'
import { type LikelyPeople, likelyPeople } from '../../link/likely-people.ts'
import { peopleInRecords, recordsOfPersons, recordsWithClaims } from '../../store/queries/linking.ts'
import { saidOfPersons } from '../../store/queries/pairs.ts'
import { type PersonKnown, personsKnown } from '../../store/queries/persons.ts'
import type { IncidentRow } from '../../store/tables.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo, mayRead, permit, targetOf } from '../permit.ts'
import { nameRulesOf } from './names-rules.ts'
import { peopleAsOne } from './people-as-one.ts'
import { mayClear, type PairAsked } from './read-pairs.ts'

export type PersonSide = {
  readonly known: PersonKnown
  /** Records that they are judged to be in, oldest first. */
  readonly records: readonly IncidentRow[]
}
export type PeoplePair = {
  readonly left: PersonSide
  readonly right: PersonSide
  /** Null where no two spellings of theirs are alike. */
  readonly like: LikelyPeople | null
  /** Null where nothing was said, and for whoever judges blind. */
  readonly standing: PairStanding | null
  readonly mayJudge: boolean
  readonly mayClear: boolean
}
export type PeoplePairs = {
  readonly open: number
  readonly pair: PeoplePair | null
  /** Judged the same; readers see them apart until somebody clears it. */
  readonly uncleared: readonly PairStanding[]
  /** Two judges differ: unsure until somebody settles it. */
  readonly unsettled: readonly PairStanding[]
  /** How many this person may judge a second time, blind. */
  readonly second: number
  readonly contradictions: readonly Contradiction<PairStanding>[]
  /** Of names that stand in contradictions: the record of each, where whoever asks may read it. */
  readonly recordOf: ReadonlyMap<string, string>
  readonly agreement: Agreement
}

export async function readPeoplePairs(context: Context, asked: PairAsked): Promise<PeoplePairs> {
  permit(context, 'people')
  const known = await personsKnown(context.store, organisationOf(context))
  const isKnown = new Set(known.map((one) => one.person.id))
  const isSeen = (one: Asked): boolean => isKnown.has(one.left) && isKnown.has(one.right)
  const said = (await saidOfPersons(context.store)).filter(isSeen)
  const one = await peopleAsOne(context.store)
  const standing = [...one.pairs.values()].filter(isSeen)
  const handle = context.actor?.handle ?? ''
  const second = standing.filter((each) => each.second === null && each.first.by !== handle)
  const likely = await likelyOf(
    context,
    known.map((each) => each.person),
  )
  const queue: readonly Asked[] = asked.blind ? second : await byWeight(context, likely, one)
  const [left, right] = asked.ids ? ordered(...asked.ids) : ['', '']
  const first = asked.ids ? { left, right } : queue[Math.min(asked.at, queue.length - 1)]
  const like = likely.find((each) => each.left === first?.left && each.right === first.right) ?? null
  return {
    open: queue.length,
    pair: first ? await pairOf(context, first, { known, one, like, blind: asked.blind }) : null,
    uncleared: standing.filter((each) => each.verdict === 'same' && each.cleared === null),
    unsettled: standing.filter((each) => each.second !== null && each.verdict !== each.first.verdict),
    second: second.length,
    contradictions: one.contradictions,
    recordOf: await recordsOfNames(context, one),
    agreement: agreementOf(judgedTwice(said)),
  }
}

type Asked = { readonly left: string; readonly right: string }

/**
 * Comparing thousands of people with each other takes seconds, and their names seldom change between two judgements. In memory
 * alone, of each organisation the last: whoever is forgotten is gone with the next question.
 */
const kept = new WeakMap<
  NameRules,
  Map<string, { readonly of: string; readonly likely: readonly LikelyPeople[] }>
>()

async function likelyOf(context: Context, people: readonly Person[]): Promise<readonly LikelyPeople[]> {
  const rules = await nameRulesOf(context)
  const ofRules = kept.get(rules) ?? new Map()
  kept.set(rules, ofRules)
  const of = JSON.stringify(people.map((one) => [one.id, spellingsOf(one)]))
  const known = ofRules.get(organisationOf(context))
  if (known?.of === of) return known.likely
  const likely = likelyPeople(people, rules)
  ofRules.set(organisationOf(context), { of, likely })
  return likely
}

/** The weightiest first: two who both stand on pages are counted twice by readers; then by how many records their history has. */
async function byWeight(
  context: Context,
  likely: readonly LikelyPeople[],
  { pairs, judged }: JudgedOne,
): Promise<readonly LikelyPeople[]> {
  const [pages, records] = [new Map<string, number>(), new Map<string, number>()]
  for (const row of await peopleInRecords(context.store)) {
    const isPage = ['published', 'corrected'].includes(row.state)
    for (const id of new Set(row.people)) {
      records.set(id, (records.get(id) ?? 0) + 1)
      if (isPage) pages.set(id, (pages.get(id) ?? 0) + 1)
    }
  }
  const isOne = (one: Asked): boolean =>
    judged.some((group) => group.includes(one.left) && group.includes(one.right))
  const both = (of: ReadonlyMap<string, number>, one: Asked): number =>
    Math.min(of.get(one.left) ?? 0, of.get(one.right) ?? 0)
  const all = (one: Asked): number => (records.get(one.left) ?? 0) + (records.get(one.right) ?? 0)
  return likely
    .filter((one) => !pairs.has(keyOf(one.left, one.right)) && !isOne(one))
    .toSorted(
      (a, b) =>
        Number(b.found.same) - Number(a.found.same) ||
        both(pages, b) - both(pages, a) ||
        all(b) - all(a) ||
        b.found.score - a.found.score ||
        (a.left < b.left ? -1 : 1),
    )
}

type Given = {
  readonly known: readonly PersonKnown[]
  readonly one: JudgedOne
  readonly like: LikelyPeople | null
  readonly blind: boolean
}

async function pairOf(context: Context, { left, right }: Asked, given: Given): Promise<PeoplePair> {
  const { known, one, like, blind } = given
  const now = one.pairs.get(keyOf(left, right)) ?? null
  const sideOf = async (id: string): Promise<PersonSide> => {
    const found = known.find((each) => each.person.id === id)
    if (!found) throw refuse('record.unknown', { id }, id)
    // What else binds them would tell what was judged.
    const alone = { ...found, others: [], binding: [found.basis] }
    return { known: blind ? alone : found, records: await recordsOf(context, [id]) }
  }
  const sides = [await sideOf(left), await sideOf(right)] as const
  return {
    ...{ left: sides[0], right: sides[1], like, standing: blind ? null : now },
    mayJudge: await mayJudgePeople(context, [left, right]),
    mayClear:
      !blind &&
      now?.verdict === 'same' &&
      now.cleared === null &&
      now.first.by !== context.actor?.handle &&
      one.sound.some((group) => group.includes(left)) &&
      (await mayClearPeople(context, [left, right])),
  }
}

/** Whoever judges two people to be one says something of every record that names them: they must be let decide all they may read. */
export const mayJudgePeople = async (context: Context, ids: readonly string[]): Promise<boolean> =>
  mayAnywhere(context, 'decide') &&
  (await standingRecordsOf(context, ids)).every((row) => mayDo(context, 'decide', targetOf(row)))

/** Whoever could publish all of their records, were they cleared, may let readers see the two as one. */
export const mayClearPeople = async (context: Context, ids: readonly string[]): Promise<boolean> =>
  mayAnywhere(context, 'correct') &&
  (await standingRecordsOf(context, ids)).every((row) => mayClear(context, row))

const mayAnywhere = ({ actor, knowledge }: Context, action: 'decide' | 'correct'): boolean =>
  actor === null || mayAtAll(knowledge.codebook.policy, actor, action)

const standingRecordsOf = async (context: Context, ids: readonly string[]): Promise<readonly IncidentRow[]> =>
  (await recordsOf(context, ids)).filter((row) => row.state !== 'withdrawn')

const recordsOf = async (context: Context, ids: readonly string[]): Promise<readonly IncidentRow[]> =>
  (await recordsOfPersons(context.store, ids)).filter((row) => mayRead(context, 'team', targetOf(row)))

async function recordsOfNames(
  context: Context,
  { contradictions, pairs }: JudgedOne,
): Promise<ReadonlyMap<string, string>> {
  const claims = contradictions
    .flatMap((one) => [one.different, ...one.path])
    .flatMap(({ left, right }) => (pairs.has(keyOf(left, right)) ? [] : [left]))
  if (claims.length === 0) return new Map()
  const rows = await recordsWithClaims(context.store, claims)
  const isIn = (row: IncidentRow, claim: string): boolean => JSON.stringify(row.body).includes(`"${claim}"`)
  return new Map(
    rows
      .filter((row) => mayRead(context, 'team', targetOf(row)))
      .flatMap((row) => claims.flatMap((claim) => (isIn(row, claim) ? [[claim, row.id] as const] : []))),
  )
}
