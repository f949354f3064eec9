/** A last day in; what may need a look by then out, found where it lies: no page reads all there is to list a few. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>

/** People whose newest ground is to be reviewed by that day. */
export async function basesToReview(
  store: Reader,
  last: string,
): Promise<readonly { readonly person: string; readonly day: string }[]> {
  const newest = store
    .selectFrom('bases')
    .distinctOn('person')
    .select(['person', 'level', 'review_by as day'])
    .orderBy('person')
    .orderBy('event', 'desc')
    .as('newest')
  return store
    .selectFrom(newest)
    .select(['person', 'day'])
    .where('level', '<>', 'never')
    .where('day', '<=', last)
    .execute()
}

export type ToKeep = {
  readonly id: string
  readonly kind: string
  readonly decided: string | undefined
  readonly named: string | null
}

/** Records decided so long ago that their rule may end by that day, and those for which somebody named a day. */
export async function recordsToKeep(
  store: Reader,
  last: string,
  years: ReadonlyMap<string, number>,
): Promise<readonly ToKeep[]> {
  const named = store
    .selectFrom('retentions')
    .distinctOn('record')
    .select(['record', 'until'])
    .orderBy('record')
    .orderBy('event', 'desc')
    .as('named')
  const rows = await store
    .selectFrom('incidents')
    .leftJoin(named, 'named.record', 'incidents.id')
    .select(['incidents.id', 'incidents.kind', 'incidents.decided_at', 'named.until'])
    .where((where) =>
      where.or([
        where('named.until', '<=', last),
        // Two days of room: which day of a leap year it is, is for the rule itself.
        ...[...years].map(([kind, many]) =>
          where.and([
            where('incidents.kind', '=', kind),
            sql<boolean>`incidents.decided_at <= ${last}::date - make_interval(years => ${many}) + interval '2 days'`,
          ]),
        ),
      ]),
    )
    .execute()
  return rows.map(({ id, kind, decided_at, until }) => ({
    ...{ id, kind, named: until ?? null },
    decided: decided_at === null ? undefined : decided_at.slice(0, 10),
  }))
}

export async function recordsAwaitingReply(store: Reader, last: string): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('replies')
    .select('record')
    .distinct()
    .where('answered_on', 'is', null)
    .where('until', '<=', last)
    .execute()
  return rows.map((one) => one.record)
}

/** Of these ids the people that one organisation recorded: no other learns that their grounds end. */
export async function ownPeople(
  store: Reader,
  ids: readonly string[],
  organisation: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const own = sql<boolean>`coalesce(organisation, ${HOME}) = ${organisation}`
  const rows = await store.selectFrom('persons').select('id').where('id', 'in', ids).where(own).execute()
  return new Set(rows.map((one) => one.id))
}
