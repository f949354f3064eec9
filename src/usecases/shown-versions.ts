/** Incidents as decided with where they stand in, the versions that were cleared for the public out. */
import type { Incident } from '../core/record.ts'
import { SHOWN } from '../core/state.ts'
import type { Store } from '../store/connect.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import type { RecordStatus } from '../store/queries/statuses.ts'

type Statuses = ReadonlyMap<string, RecordStatus>

/** Incident → the log entry up to which it is shown. */
export const shownUpTo = (statuses: Statuses): ReadonlyMap<string, number> =>
  new Map([...statuses].flatMap(([id, { shown }]) => (shown === null ? [] : [[id, shown] as const])))

/** Changed since: read anew, as it stood when it was published. What was never cleared, or was taken off, is left out. */
export async function shownVersions(
  store: Pick<Store, 'selectFrom'>,
  incidents: readonly Incident[],
  statuses: Statuses,
): Promise<readonly Incident[]> {
  const upTo = shownUpTo(statuses)
  const shown = incidents.filter((one) => upTo.has(one.id))
  const isNewest = (one: Incident): boolean => SHOWN.has(statuses.get(one.id)?.state ?? 'draft')
  const older = shown.filter((one) => !isNewest(one)).map((one) => one.id)
  const asPublished = await loadIncidents(store, older, upTo)
  return [...shown.filter(isNewest), ...asPublished].sort((a, b) => (a.id < b.id ? -1 : 1))
}
