/** Public incidents, a period → the ones that count in it, each once. */
import type { Period } from '../core/measure.ts'
import type { PublicIncident } from '../core/public-record.ts'

/** True when every date that is said lies wholly in the period; no date, or an open end, lies in none. */
export function liesIn({ fields }: PublicIncident, { from, to }: Period): boolean {
  return (
    fields.date.length > 0 &&
    fields.date.every(
      ({ value }) => value.from !== null && value.to !== null && value.from >= from && value.to <= to,
    )
  )
}

/** The incidents of a period in the order of their ids; of two versions the newer. Aggregates repeat single events and stay out. */
export function countedIn(incidents: readonly PublicIncident[], period: Period): readonly PublicIncident[] {
  const newest = new Map<string, PublicIncident>()
  for (const one of incidents) if (one.version >= (newest.get(one.id)?.version ?? 0)) newest.set(one.id, one)
  return [...newest.values()]
    .filter((one) => one.fields.kind !== 'aggregate' && liesIn(one, period))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
