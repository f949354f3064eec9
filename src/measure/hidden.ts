/** Incidents as decided → the one year each lies wholly in, as the counting of a year asks for it. */
import { heldOf, type Incident } from '../core/record.ts'

/** Null: no date, an open end, or more than one year: such an incident counts in no year (`period.whole-date@1`). */
export function yearOf(incident: Incident): string | null {
  const ends = heldOf(incident, 'date').flatMap(({ value }) => [value.from, value.to])
  const years = new Set(ends.map((day) => day?.slice(0, 4) ?? null))
  const [year = null] = years
  return years.size === 1 ? year : null
}

/** How many of them lie in each year. */
export function countByYear(incidents: readonly Incident[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of incidents) {
    const year = yearOf(one)
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return counts
}
