/** Whoever asks in; names that were judged not to be a person and yet are that person by other judgements, with these, out. */
import { type Contradiction, contradictions, type Edge } from '../../core/identity/groups.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import { type PairStanding, standingPairs } from '../../core/identity/pairs.ts'
import { foldName } from '../../core/names/fold.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { type Judgement, newestJudgements } from '../../store/queries/judgements.ts'
import { recordsOfPersons, recordsWithClaims } from '../../store/queries/linking.ts'
import { saidOfPairs, saidOfPersons } from '../../store/queries/pairs.ts'
import { recordRowsById } from '../../store/queries/records.ts'
import type { IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'

/**
 * is: a name in a record is this person · alike: two records of one event spell a name the same · claimed: two sources of one
 * record say it · is-not: somebody judged that the name is not this person · one, two: what was judged of two people on record.
 */
export type Step =
  | {
      readonly kind: 'is' | 'is-not'
      readonly record: string
      readonly claim: string
      readonly person: string
      readonly by: string
    }
  | { readonly kind: 'alike' | 'claimed'; readonly records: readonly string[]; readonly name: string }
  | { readonly kind: 'one' | 'two'; readonly people: readonly [string, string]; readonly by: string }
export type NameContradiction = Contradiction<Step>

export async function nameContradictions(context: Context): Promise<readonly NameContradiction[]> {
  const against = [...(await newestJudgements(context.store)).values()].filter(
    (one) => one.verdict === 'different',
  )
  const people = [...standingPairs(await saidOfPersons(context.store)).values()]
  const apart = people.filter((one) => one.verdict === 'different')
  if (against.length + apart.length === 0) return []
  const groups = judgedOne(await saidOfPairs(context.store)).judged
  const named = [
    ...(await recordsWithClaims(
      context.store,
      against.map((one) => one.claim),
    )),
    ...(await recordsOfPersons(
      context.store,
      apart.flatMap((one) => [one.left, one.right]),
    )),
  ]
  const others = groups.filter((group) => group.some((id) => named.some((row) => row.id === id))).flat()
  const rows = [...named, ...(await recordRowsById(context.store, others))]
  const own = new Map(
    rows.filter((row) => mayRead(context, 'team', targetOf(row))).map((row) => [row.id, row]),
  )
  const names = [...own.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap(namesIn)
  const recordOf = new Map(names.flatMap((one) => one.claims.map((claim) => [claim, one.record] as const)))
  const one = people.filter((each) => each.verdict === 'same')
  const found = contradictions<Step>(
    [
      ...names.flatMap(withinRecord),
      ...groups.flatMap((group) => acrossRecords(names, group)),
      ...one.map((each) => ofPeople('one', each)),
    ],
    [...against.flatMap((each) => denied(each, recordOf)), ...apart.map((each) => ofPeople('two', each))],
  )
  // What people on record alone make is told beside them.
  return found.filter(({ different, path }) => [different, ...path].some((step) => !('people' in step.said)))
}

const ofPeople = (kind: 'one' | 'two', { left, right, first }: PairStanding): Edge<Step> => ({
  left,
  right,
  said: { kind, people: [left, right], by: first.by },
})

type Name = {
  readonly record: string
  readonly name: string
  readonly person: string | null
  readonly claims: readonly string[]
  readonly by: string
}

function namesIn(row: IncidentRow): readonly Name[] {
  const incident = row.body as unknown as Incident
  const by = incident.rulings.find((one) => one.field === 'person')?.by ?? ''
  return heldOf(incident, 'person').map(({ value, person, claims }) => ({
    ...{ record: row.id, name: value.name, person, by },
    claims: claims.map((one) => one.id),
  }))
}

const withinRecord = ({ record, name, person, claims: [first, ...rest], by }: Name): readonly Edge<Step>[] =>
  first === undefined
    ? []
    : [
        ...rest.map((claim) => ({
          left: first,
          right: claim,
          said: { kind: 'claimed' as const, records: [record], name },
        })),
        ...(person === null
          ? []
          : [
              { left: first, right: person, said: { kind: 'is' as const, record, claim: first, person, by } },
            ]),
      ]

/** One event has one bearer of a name until somebody finds two: then the records are not one, or the names are told apart. */
function acrossRecords(names: readonly Name[], group: readonly string[]): readonly Edge<Step>[] {
  const spelt = Map.groupBy(
    names.filter((one) => group.includes(one.record)),
    (one) => foldName(one.name).join(' '),
  )
  return [...spelt.values()].flatMap(([first, ...rest]) =>
    rest.flatMap((other) => {
      const [left, right] = [first?.claims[0], other.claims[0]]
      if (!first || left === undefined || right === undefined || first.record === other.record) return []
      return [
        {
          left,
          right,
          said: { kind: 'alike' as const, records: [first.record, other.record], name: first.name },
        },
      ]
    }),
  )
}

const denied = (
  { claim, person, by }: Judgement,
  recordOf: ReadonlyMap<string, string>,
): readonly Edge<Step>[] => {
  const record = recordOf.get(claim)
  return record === undefined
    ? []
    : [{ left: claim, right: person, said: { kind: 'is-not', record, claim, person, by } }]
}
