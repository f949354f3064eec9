/** How many lessons were given and to how many in; one row of it under one entry of the log out. */
import { HOME } from '../../core/access.ts'
import { refuse } from '../../core/faults.ts'
import { kitIdFrom, type LessonTally } from '../../core/teach/tally.ts'
import { instant, record } from '../../store/append.ts'
import { type Context, happeningOf, organisationOf, packOf } from '../context.ts'
import { permit } from '../permit.ts'

/** Kits are the house's, and so are reports of them: what others gave is told to the house, and written by it as reported. */
export function permitLesson(context: Context): void {
  permit(context, 'tally-lesson')
  if (organisationOf(context) !== HOME) throw refuse('access.forbidden')
}

export async function recordLesson(context: Context, decided: LessonTally): Promise<void> {
  permitLesson(context)
  const of = kitIdFrom(decided.id)
  if (of === null || !packOf(context.knowledge, of.country).kits.has(of.kit))
    throw refuse('record.unknown', { id: decided.id }, decided.id)
  const { tally, from, to, lessons, low, best, high, method, by } = decided
  const row = { ...of, tally, from_day: from, to_day: to, lessons, low, best, high, method, by }
  return record(context.house, happeningOf(context, decided), (writer) =>
    writer.append('lesson_tallies', [{ ...row, at: instant(decided.at) }]),
  )
}
