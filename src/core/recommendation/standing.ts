/** What was ever written of recommendations, in the order of the log, in; what stands of each out. */
import type { Demand, GradeGiven } from './recommendation.ts'

type Row = { readonly id: string; readonly organisation: string | null; readonly event: number }

/** Of one id the newest row counts; a row without a demand ends it. `key`: one id of two organisations is two. */
export function standingDemands<T extends Row & { readonly demand: Demand | null }>(
  rows: readonly T[],
): readonly T[] {
  const newest = new Map(rows.map((one) => [`${one.organisation ?? ''} ${one.id}`, one]))
  return [...newest.values()].filter((one) => one.demand !== null)
}

/** Of one grader and day the newest word counts; one that was taken back leaves none. In the order of their days. */
export function standingGrades<
  T extends Pick<GradeGiven, 'grader' | 'on'> & { readonly grade: GradeGiven['grade'] | null },
>(said: readonly T[]): readonly (T & { readonly grade: GradeGiven['grade'] })[] {
  const newest = new Map(said.map((one) => [`${one.grader} ${one.on}`, one]))
  return [...newest.values()]
    .filter((one): one is T & { readonly grade: GradeGiven['grade'] } => one.grade !== null)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
