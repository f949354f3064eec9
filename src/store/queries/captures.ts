/** A country and a period in; of each event in it who is told of, and by which claims, out; as far as the wall lets. */
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
