/** What rows or passages tell in; the records that may tell the same, as far as whoever asks may read them, out. */
import type { Claim, Proposal } from '../../core/claim.ts'
import { addDays } from '../../core/partial-date.ts'
import type { Field, Values } from '../../core/values.ts'
import { byDay, type LikelyRecord, likelyRecords, type ToldEvent } from '../../link/likely-records.ts'
import { eventsBetween } from '../../store/queries/linking.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { nameRulesOf } from './names-rules.ts'

type Said = Pick<Proposal | Claim, 'field' | 'value'>

/** One answer for each; only records of the days that are told are read. */
export async function recordsLike(
  context: Context,
  told: readonly (readonly Said[])[],
): Promise<readonly (readonly LikelyRecord[])[]> {
  const events = told.map(eventOf)
  const days = events.flatMap(({ date }) =>
    date?.from && date.to && date.precision === 'day' ? [date.from, date.to] : [],
  )
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  if (first === undefined || last === undefined) return told.map(() => [])
  const rows = await eventsBetween(context.store, addDays(first, -1), addDays(last, 1))
  if (rows.length === 0) return told.map(() => [])
  const known = byDay(rows.filter((row) => mayRead(context, 'team', targetOf(row))))
  const names = await nameRulesOf(context)
  return events.map((one) => likelyRecords(one, known, names))
}

function eventOf(values: readonly Said[]): ToldEvent {
  const of = <F extends Field>(field: F): readonly Values[F][] =>
    values.flatMap((one) => (one.field === field ? [one.value as Values[F]] : []))
  return {
    date: of('date')[0] ?? null,
    places: of('place').map((one) => one.canonical),
    people: of('person').map((one) => one.name),
    acts: of('act'),
  }
}
