/** Whoever asks in, the names in their records that may be a recorded person out, one pair after another, and names that nobody recorded. */
import type { PairStanding } from '../../core/identity/pairs.ts'
import { foldName } from '../../core/names/fold.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { type Likely, likelyPersons, nearestSpelling, type OpenName } from '../../link/likely-persons.ts'
import { newestJudgements, pairOf } from '../../store/queries/judgements.ts'
import { type NamedRow, recordsOfPersons, recordsWithOpenNames } from '../../store/queries/linking.ts'
import { type PersonKnown, personsKnown } from '../../store/queries/persons.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { IncidentRow } from '../../store/tables.ts'
import { type Context, organisationOf } from '../context.ts'
import { newestOn } from '../decide-draft.ts'
import { mayDo, mayRead, permit, targetOf } from '../permit.ts'
import { type NameContradiction, nameContradictions } from './name-contradictions.ts'
import { nameRulesOf } from './names-rules.ts'
import { type BodiesView, readBodies } from './read-bodies.ts'
import { type Equivalents, readEquivalents } from './read-equivalents.ts'
import { type NameJudged, type NamesJudged, readNamesJudged } from './read-names-judged.ts'

export type LinkPair = Likely & {
  readonly row: IncidentRow
  readonly role: string | null
  readonly person: string
  readonly who: PersonKnown
  /** Records that this person is judged to be in, oldest first. */
  readonly records: readonly IncidentRow[]
  readonly seen: number
  /** What was said of the two so far; null where nothing was, and for whoever judges blind. */
  readonly standing: PairStanding | null
}
export type LinksAsked = {
  /** Place in the queue, from 0. */
  readonly at: number
  /** Judged once by somebody else, and shown without what they said. */
  readonly blind: boolean
  /** A name and a person, where somebody asked for these. */
  readonly ids: { readonly claim: string; readonly person: string } | null
}
export type Links = {
  /** How many wait. */
  readonly open: number
  readonly pair: LinkPair | null
  /** Names of two records or more that are like nobody's on record. */
  readonly unrecorded: readonly { readonly name: string; readonly records: readonly string[] }[]
  readonly contradictions: readonly NameContradiction[]
  readonly equivalents: Equivalents
  readonly bodies: BodiesView
  readonly judged: NamesJudged
}

/** A pair that was judged different or unsure no longer waits. */
export async function readLinks(context: Context, { at, blind, ids }: LinksAsked): Promise<Links> {
  permit(context, 'people')
  const known = await personsKnown(context.store, organisationOf(context))
  const rows = await recordsWithOpenNames(context.store)
  const mine = rows.filter(
    (row) => mayRead(context, 'team', targetOf(row)) && mayDo(context, 'decide', targetOf(row)),
  )
  const names = mine.flatMap(openNames)
  const said = await newestJudgements(context.store)
  const rules = await nameRulesOf(context)
  const people = new Map(known.map((one) => [one.person.id, one.person]))
  const all = likelyPersons(names, [...people.values()], rules)
  const judged = await readNamesJudged(context, new Set(people.keys()))
  const isOpen = ({ open, person }: Likely): boolean =>
    (said.get(pairOf({ claim: open.claim, person }))?.verdict ?? 'none') === 'none'
  const again = (one: NameJudged): readonly (Likely & Said)[] => {
    const person = people.get(one.person)
    const near = person && nearestSpelling(one.open.name, person, rules)
    const standing = blind ? null : one.standing
    return near ? [{ ...one, ...near, alike: 1, shown: Number(one.open.isShown), standing }] : []
  }
  const isAsked = (one: NameJudged): boolean => one.open.claim === ids?.claim && one.person === ids.person
  const queue = ids
    ? judged.all.filter(isAsked).flatMap(again)
    : blind
      ? judged.second.flatMap(again)
      : all.filter(isOpen).map((one) => ({ ...one, standing: null }))
  const first = queue[Math.min(at, queue.length - 1)]
  const pair = first ? await pairFor(context, first, known, blind) : null
  return {
    ...{ open: queue.length, pair, unrecorded: unrecorded(names, all), judged },
    contradictions: await nameContradictions(context),
    equivalents: await readEquivalents(context),
    bodies: await readBodies(context),
  }
}

type Said = Pick<LinkPair, 'standing'>

const openNames = ({ id, state, names }: NamedRow): readonly OpenName[] =>
  names.flatMap(({ value, claims }) =>
    claims[0]
      ? [
          {
            record: id,
            claim: claims[0].id,
            name: value.name,
            isShown: ['published', 'corrected'].includes(state),
          },
        ]
      : [],
  )

async function pairFor(
  context: Context,
  likely: Likely & Said,
  known: readonly PersonKnown[],
  blind: boolean,
): Promise<LinkPair | null> {
  const row = await recordRow(context.store, likely.open.record)
  const who = known.find((one) => one.person.id === likely.person)
  if (!row || !who) return null
  const held = heldOf(row.body as unknown as Incident, 'person')
  const value = held.find((one) => one.claims.some((claim) => claim.id === likely.open.claim))?.value
  const records = await recordsOfPersons(context.store, [likely.person, ...who.others])
  return {
    ...likely,
    ...{ row, role: value?.role ?? null, who },
    // That this record is among theirs would tell what was judged.
    records: records.filter(
      (one) => mayRead(context, 'team', targetOf(one)) && !(blind && one.id === row.id),
    ),
    seen: await newestOn(context.store, row.id, row.id),
  }
}

function unrecorded(names: readonly OpenName[], likely: readonly Likely[]): Links['unrecorded'] {
  const near = new Set(likely.map((one) => one.open.claim))
  const groups = Map.groupBy(
    names.filter((one) => !near.has(one.claim)),
    (one) => foldName(one.name).join(' '),
  )
  return [...groups.values()]
    .map((all) => ({ name: all[0]?.name ?? '', records: [...new Set(all.map((one) => one.record))].sort() }))
    .filter((one) => one.records.length > 1)
    .sort((a, b) => b.records.length - a.records.length)
}
