/** Public recommendations and what is asked of them in; those that fit, and what could be asked, out. */
import type { Pack } from '../../core/pack.ts'
import {
  GRADERS,
  GRADES,
  newestGrade,
  type PublicRecommendation,
} from '../../core/recommendation/recommendation.ts'

export const DEMAND_FILTERS = ['law', 'to', 'body', 'grade'] as const
export type DemandFacet = (typeof DEMAND_FILTERS)[number]
/** `grade`: a letter that the newest grade of any of the three has, or `none` where nobody graded. */
export type DemandFilter = Readonly<Partial<Record<DemandFacet, string>>>
export const NO_GRADE = 'none'

/** What a recommendation answers to. An act answers for its provisions too. */
export function valuesOf(one: PublicRecommendation, facet: DemandFacet, pack: Pack): readonly string[] {
  switch (facet) {
    case 'law':
      return [...new Set(one.laws.flatMap((id) => [id, pack.provisions.get(id)?.act ?? id]))]
    case 'to':
      return one.addressees
    case 'body':
      return [one.body]
    case 'grade': {
      const given = new Set(GRADERS.flatMap((grader) => newestGrade(one.grades, grader)?.grade ?? []))
      return given.size === 0 ? [NO_GRADE] : GRADES.filter((grade) => given.has(grade))
    }
  }
}

export const fittingDemands = (
  all: readonly PublicRecommendation[],
  asked: DemandFilter,
  pack: Pack,
): readonly PublicRecommendation[] =>
  all.filter((one) =>
    DEMAND_FILTERS.every((facet) => {
      const value = asked[facet]
      return value === undefined || valuesOf(one, facet, pack).includes(value)
    }),
  )

/** Each value with how many would be left by it, the most first. */
export function choicesOf(
  all: readonly PublicRecommendation[],
  facet: DemandFacet,
  pack: Pack,
): readonly { readonly value: string; readonly n: number }[] {
  const counts = new Map<string, number>()
  for (const one of all)
    for (const value of valuesOf(one, facet, pack)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
}

/** A value that nothing answers to opens no rows, and is not shown back: an address can be made to say anything. */
export const isKnownAsked = (
  all: readonly PublicRecommendation[],
  asked: DemandFilter,
  pack: Pack,
): boolean =>
  DEMAND_FILTERS.every((facet) => {
    const value = asked[facet]
    return value === undefined || choicesOf(all, facet, pack).some((one) => one.value === value)
  })
