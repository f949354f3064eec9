/** A country and a period in; of each event in it who is told of, by which claims, and who collected what tells it, out; as far as the wall lets. */
import { sql } from 'kysely'
import type { Harmed } from '../../core/values.ts'
import type { Store } from '../connect.ts'
import type { RecordStanding } from './records.ts'

type Reader = Pick<Store, 'selectFrom'>
const STANDING = ['id', 'organisation', 'state', 'tier', 'coders', 'assigned', 'shared_with'] as const

export type ToldPerson = {
  readonly value: { readonly name: string; readonly harmed: Harmed }
  readonly person: string | null
  readonly claims: readonly { readonly id: string; readonly document: string | null }[]
}
export type CapturedRow = RecordStanding & { readonly people: readonly ToldPerson[] }

/** Events that lie wholly in the period, both days counted; totals repeat single events and are left out. */
export async function eventsWithin(
  store: Reader,
  country: string,
  from: string,
  to: string,
): Promise<readonly CapturedRow[]> {
  const people = sql<
    readonly ToldPerson[]
  >`jsonb_path_query_array(body, '$.rulings[*] ? (@.field == "person").values[*]')`
  const rows = await store
    .selectFrom('incidents')
    .select(STANDING)
    .select(people.as('people'))
    .where('country', '=', country)
    .where('kind', '=', 'event')
    .where('date_from', '>=', from)
    .where('date_to', '<=', to)
    .orderBy('id')
    .execute()
  return rows as unknown as readonly CapturedRow[]
}

export type ToldBy = {
  readonly document: string
  readonly collector: string | null
  readonly publisher: string | null
}

/** Of each record the sources that tell it. */
export async function tellersOf(
  store: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ToldBy[]>> {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('tellings')
    .innerJoin('documents', 'documents.id', 'tellings.document')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select(['tellings.record', 'tellings.document', 'sources.collector', 'sources.publisher'])
    .where('tellings.record', 'in', ids)
    .orderBy('tellings.event')
    .execute()
  const found = new Map<string, ToldBy[]>()
  for (const { record, ...one } of rows) found.set(record, [...(found.get(record) ?? []), one])
  return found
}

export type SaidOfTwo = { readonly left: string; readonly right: string; readonly verdict: string }

/** What was last said of each pair of a kind: a name in a record and a person, or two records. */
export async function saidOfTwo(
  store: Reader,
  kinds: readonly [left: string, right: string],
): Promise<readonly SaidOfTwo[]> {
  const rows = await store
    .selectFrom('judgements')
    .select(['left_id as left', 'right_id as right', 'verdict'])
    .where('left_kind', '=', kinds[0])
    .where('right_kind', '=', kinds[1])
    .orderBy('event')
    .execute()
  return [...new Map(rows.map((one) => [`${one.left} ${one.right}`, one])).values()]
}
