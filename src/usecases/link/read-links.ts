/** Whoever asks in, the names in their records that may be a recorded person out, one pair after another, and names that nobody recorded. */
import { foldName } from '../../core/names/fold.ts'
import type { Basis, Person } from '../../core/person.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { type Likely, likelyPersons, type OpenName } from '../../link/likely-persons.ts'
import { type Judgement, newestJudgements, pairOf } from '../../store/queries/judgements.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import { recordRows } from '../../store/queries/records.ts'
import type { IncidentRow } from '../../store/tables.ts'
import { type Context, organisationOf } from '../context.ts'
import { newestOn } from '../decide-draft.ts'
import { mayDo, mayRead, permit, targetOf } from '../permit.ts'

export type LinkPair = Likely & {
  readonly row: IncidentRow
  readonly role: string | null
  readonly person: string
  readonly who: { readonly person: Person; readonly basis: Basis | null }
  /** Records that this person is judged to be in, oldest first. */
  readonly records: readonly IncidentRow[]
  /** What was said of the two before; null: nothing, or it was taken back. */
  readonly said: Judgement | null
  readonly seen: number
}
export type Links = {
  /** How many wait. */
  readonly open: number
  readonly pair: LinkPair | null
  /** Names of two records or more that are like nobody's on record. */
  readonly unrecorded: readonly { readonly name: string; readonly records: readonly string[] }[]
}

/** More than one organisation records in years. */
const MOST = 20_000

/** `at`: place in the queue, from 0. A pair that was judged different or unsure no longer waits. */
export async function readLinks(context: Context, at: number): Promise<Links> {
  permit(context, 'people')
  const known = await personsKnown(context.store, organisationOf(context))
  const rows = await recordRows(context.store, { limit: MOST, offset: 0 })
  const mine = new Map(
    rows
      .filter((row) => mayRead(context, 'team', targetOf(row)) && mayDo(context, 'decide', targetOf(row)))
      .map((row) => [row.id, row]),
  )
  const names = [...mine.values()].flatMap(openNames)
  const said = await newestJudgements(context.store)
  const all = likelyPersons(
    names,
    known.map((one) => one.person),
    context.knowledge.names,
  )
  const isOpen = ({ open, person }: Likely): boolean =>
    (said.get(pairOf({ claim: open.claim, person }))?.verdict ?? 'none') === 'none'
  const waiting = all.filter(isOpen)
  const first = waiting[Math.min(at, waiting.length - 1)]
  const pair = first ? await pairFor(context, first, { mine, known, said, rows }) : null
  return { open: waiting.length, pair, unrecorded: unrecorded(names, all) }
}

const openNames = (row: IncidentRow): readonly OpenName[] =>
  heldOf(row.body as unknown as Incident, 'person').flatMap(({ value, claims, person }) =>
    person === null && claims[0] ? [{ record: row.id, claim: claims[0].id, name: value.name }] : [],
  )

async function pairFor(
  context: Context,
  likely: Likely,
  {
    mine,
    known,
    said,
    rows,
  }: {
    readonly mine: ReadonlyMap<string, IncidentRow>
    readonly known: Awaited<ReturnType<typeof personsKnown>>
    readonly said: ReadonlyMap<string, Judgement>
    readonly rows: readonly IncidentRow[]
  },
): Promise<LinkPair | null> {
  const row = mine.get(likely.open.record)
  const who = known.find((one) => one.person.id === likely.person)
  if (!row || !who) return null
  const held = heldOf(row.body as unknown as Incident, 'person')
  const value = held.find((one) => one.claims.some((claim) => claim.id === likely.open.claim))?.value
  const records = rows
    .filter(
      (one) =>
        mayRead(context, 'team', targetOf(one)) &&
        heldOf(one.body as unknown as Incident, 'person').some((each) => each.person === likely.person),
    )
    .sort((a, b) => ((a.date_from ?? '') < (b.date_from ?? '') ? -1 : 1))
  const seen = await newestOn(context.store, row.id, row.id)
  const before = said.get(pairOf({ claim: likely.open.claim, person: likely.person })) ?? null
  return { ...likely, row, role: value?.role ?? null, who, records, said: before, seen }
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
