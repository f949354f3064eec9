/** A thing in, what its data say of its incidents out: the numbers over all time, and the incidents of this page. */
import { overTime } from '../over-time.ts'
import type { ThingView } from '../views.ts'

export const thingData = ({ counts, members, page, pages, total }: ThingView): object => ({
  incidents: counts.all,
  overTime: overTime(counts.dated),
  // Rows are the incidents of the pages: as many numbers would each repeat them.
  measures: counts.measures.map(({ rows: _, ...one }) => one),
  ...{ page, pages, total },
  members: members.map(({ incident, parts, sure }) => ({ incident: incident.id, parts, sure })),
})
