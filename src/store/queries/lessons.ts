/** A country in, the reports of lessons by kit out, each in the order of the log. */
import type { LessonTally } from '../../core/teach/tally.ts'
import type { Store } from '../connect.ts'

export type LessonReport = Omit<LessonTally, 'record' | 'id' | 'why'>

export async function lessonReports(
  store: Pick<Store, 'selectFrom'>,
  country: string,
): Promise<ReadonlyMap<string, readonly LessonReport[]>> {
  const rows = await store
    .selectFrom('lesson_tallies')
    .select(['kit', 'tally', 'from_day as from', 'to_day as to', 'lessons', 'low', 'best', 'high'])
    .select(['method', 'by', 'at'])
    .where('country', '=', country)
    .orderBy('event')
    .execute()
  const reports = new Map<string, readonly LessonReport[]>()
  for (const { kit, ...one } of rows) reports.set(kit, [...(reports.get(kit) ?? []), one])
  return reports
}
