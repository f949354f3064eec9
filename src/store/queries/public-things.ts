/** A place, a body or a provision in, what is counted of its public incidents and one page of them out: two small reads, however many there are. */
import { sql } from 'kysely'
import type { Counters } from '../../core/counters.ts'
import type { ThingKind, ThingPart } from '../../core/things.ts'
import type { Store } from '../connect.ts'
import { incidentOf, type ThingIn } from './public.ts'

type Reader = Pick<Store, 'selectFrom'>
type Thing = { readonly kind: ThingKind; readonly id: string; readonly country: string }

/** Kept by whatever writes public incidents, in the same transaction (derived.ts). */
export async function countersOfThing(store: Reader, { kind, id, country }: Thing): Promise<Counters> {
  const rows = await store
    .selectFrom('public_thing_counts')
    .select(['counter', 'certain', 'claimed', 'open'])
    .where('kind', '=', kind)
    .where('thing', '=', id)
    .where('country', '=', country)
    .orderBy('counter')
    .execute()
  return Object.fromEntries(
    rows.map((one) => [
      one.counter,
      [Number(one.certain), Number(one.open) > 0 ? null : Number(one.claimed)] as const,
    ]),
  )
}

/** How many incidents it is in, aggregates too. */
export async function countOfThing(store: Reader, { kind, id, country }: Thing): Promise<number> {
  const row = await store
    .selectFrom('public_things')
    .select(({ fn }) => fn.count<number>('incident').distinct().as('n'))
    .where('kind', '=', kind)
    .where('thing', '=', id)
    .where('country', '=', country)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** One page of them, the newest first, those of unknown date before all; with every part that the thing has in each. */
export async function pageOfThing(
  store: Reader,
  { kind, id, country }: Thing,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly ThingIn[]> {
  const own = store
    .selectFrom('public_things')
    .innerJoin('public_incidents', 'public_incidents.id', 'public_things.incident')
    .select(['public_incidents.id', sql<string | null>`coalesce(date_from, date_to)`.as('day')])
    .select(sql<readonly ThingPart[]>`array_agg(part order by part)`.as('parts'))
    .select(sql<boolean>`bool_or(sure)`.as('sure'))
    .where('public_things.kind', '=', kind)
    .where('public_things.thing', '=', id)
    .where('public_things.country', '=', country)
    .groupBy('public_incidents.id')
    .orderBy('day', (order) => order.desc().nullsFirst())
    .orderBy('public_incidents.id', 'desc')
    .limit(limit)
    .offset(offset)
    .as('own')
  const rows = await store
    .selectFrom(own)
    .innerJoin('public_incidents', 'public_incidents.id', 'own.id')
    .select(['public_incidents.body', 'own.parts', 'own.sure'])
    .orderBy('own.day', (order) => order.desc().nullsFirst())
    .orderBy('own.id', 'desc')
    .execute()
  return rows.map(({ body, parts, sure }) => ({
    ...{ incident: incidentOf({ body }), parts: [...parts], sure },
  }))
}
