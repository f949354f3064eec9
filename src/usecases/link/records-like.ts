/** Whoever asks in, a question out: which of the records that they may read may tell what these values tell. */
import type { Proposal } from '../../core/claim.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import type { Field, Values } from '../../core/values.ts'
import { byDay, likelyRecords } from '../../link/likely-records.ts'
import { recordRows } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'

const MOST = 20_000

/** Records are read once, for as many questions as a list has rows. */
export async function recordsLike(
  context: Context,
): Promise<(values: readonly Proposal[]) => readonly string[]> {
  const rows = await recordRows(context.store, { limit: MOST, offset: 0 })
  const known = byDay(
    rows
      .filter((row) => mayRead(context, 'team', targetOf(row)))
      .map((row) => {
        const incident = row.body as unknown as Incident
        return {
          id: row.id,
          date: heldOf(incident, 'date')[0]?.value ?? null,
          places: heldOf(incident, 'place').map((one) => one.value.canonical),
          people: heldOf(incident, 'person').map((one) => one.value.name),
          acts: heldOf(incident, 'act').map((one) => one.value),
        }
      }),
  )
  return (values) => {
    const of = <F extends Field>(field: F): readonly Values[F][] =>
      values.flatMap((one) => (one.field === field ? [one.value as Values[F]] : []))
    const told = {
      date: of('date')[0] ?? null,
      places: of('place').map((one) => one.canonical),
      people: of('person').map((one) => one.name),
      acts: of('act'),
    }
    return likelyRecords(told, known, context.knowledge.names).map((one) => one.id)
  }
}
