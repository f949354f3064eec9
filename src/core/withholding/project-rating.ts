/** A rating that the panel decided in, what readers may see of it out: numbers, and no person. */

import { FORM_SOURCES, type RatingMethod } from '../rating/method.ts'
import type {
  PublicChange,
  PublicDecision,
  PublicDimension,
  PublicIndex,
  PublicRating,
} from '../rating/public-rating.ts'
import type { FormScore, Rated } from '../rating/result.ts'
import { asPublic } from './project.ts'

/** `dissents`: how many of the panel; `decidedOn`: the day, since an hour tells who was at work. */
export type DecidedRating = {
  readonly id: string
  readonly asOf: string
  readonly method: RatingMethod
  readonly inputs: string
  readonly result: Rated
  readonly band: string
  readonly decidedOn: string
  readonly dissents: number
  /** Licence and vintage of what was brought in, by family of indices and edition. */
  readonly brought: readonly (Omit<PublicIndex, 'id'> & { readonly family: string })[]
}

/**
 * Held back: who decided, commented or dissented and in what words (they were written for colleagues), single answers, evidence
 * and which of several coders gave them. A form is told as the mean of its source, by dimension.
 */
export function projectRating(decided: DecidedRating): PublicRating {
  const { result, method } = decided
  const ends = new Map(method.bands.map((one) => [one.id, one.to]))
  return asPublic({
    ...decisionOf(decided),
    country: result.country,
    inputs: decided.inputs,
    computed: {
      ...{ point: result.point, band: result.band, certain: result.certain, quantiles: result.quantiles },
      bands: result.bands.map((one) => ({ ...one, to: ends.get(one.id) ?? 100 })),
    },
    sources: result.sources,
    dimensions: dimensionsOf(result.forms),
    indices: indicesOf(decided),
    ...{ live: result.live, otherwise: result.otherwise, edges: result.edges },
    changes: changesOf(result),
  })
}

export const decisionOf = ({
  id,
  asOf,
  decidedOn,
  result,
  band,
  dissents,
}: DecidedRating): PublicDecision => ({
  ...{ id, asOf, decidedOn, method: result.method, band, followed: band === result.band, dissents },
  computed: { point: result.point, quantiles: result.quantiles },
})

const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((one) => one !== null)
  const sum = known.reduce((all, one) => all + one, 0)
  return known.length === 0 ? null : Math.round((10_000 * sum) / known.length) / 10_000
}

function dimensionsOf(forms: readonly FormScore[]): readonly PublicDimension[] {
  const ids = [...new Set(forms.flatMap((one) => one.dimensions.map(({ id }) => id)))]
  return FORM_SOURCES.flatMap((source) => {
    const own = forms.filter((one) => one.source === source)
    return own.length === 0
      ? []
      : ids.map((id) => {
          const same = own.flatMap((one) => one.dimensions.filter((each) => each.id === id))
          const mean = (key: 'score' | 'law' | 'practice') => meanOf(same.map((one) => one[key]))
          return { id, source, score: mean('score'), law: mean('law'), practice: mean('practice') }
        })
  })
}

function indicesOf({ result, method, brought }: DecidedRating): readonly PublicIndex[] {
  return result.indices.flatMap(({ id, edition }): readonly PublicIndex[] => {
    const family = method.outside.indices.find((one) => one.id === id)?.family
    const found = brought.find((one) => one.family === family && one.edition === edition)
    if (!found) return []
    const { licence, origin, vintage } = found
    return [{ id, edition, licence, origin, vintage }]
  })
}

/** Questions of one dimension weigh alike, so that the largest effect of each says what all do and no single answer is told. */
function changesOf({ changes }: Rated): readonly PublicChange[] {
  const largest = new Map<string, PublicChange>()
  for (const { source, question, aspect, from, to, scored, difference } of changes) {
    const [dimension = ''] = question.split('.')
    const way = to > from ? 'better' : 'worse'
    const key = [source, dimension, aspect, way].join(' ')
    if (!largest.has(key)) largest.set(key, { source, dimension, aspect, way, scored, difference })
  }
  return [...largest.values()]
}
