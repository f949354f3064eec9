/** The parts of a score in; what the score would be without each of them, and under other weights, out. */
import type { RatingMethod } from '../../core/rating/method.ts'
import type { Otherwise } from '../../core/rating/result.ts'
import { chanceFrom, weightsAround } from './chance.ts'
import { quantile } from './draws.ts'
import { livePoints, type Parts, pointOf, sourceScores } from './parts.ts'
import { scoredAs } from './scale.ts'

/** So many weights are drawn for the two last lines. */
const WEIGHTS = 2000

/** Leaving one out may leave too few: then there is no score, and that is said. */
export function otherwise(parts: Parts, method: RatingMethod, seed: number): readonly Otherwise[] {
  const live = livePoints(parts.live)
  const scored = (what: string, score: number | null): Otherwise => ({
    what,
    scored: score === null ? null : scoredAs(score, method),
  })
  const at = (changed: Parts, by: RatingMethod = method, adjusted = live): number | null =>
    pointOf(sourceScores(changed, by), adjusted, method.leastSources)
  const scores = sourceScores(parts, method)
  const sources = scores
    .filter((one) => one.score !== null)
    .map(({ id }) =>
      scored(
        `source:${id}`,
        pointOf(
          scores.map((one) => (one.id === id ? { ...one, score: null } : one)),
          live,
          1,
        ),
      ),
    )
  const indices =
    parts.anchors.length < 2
      ? []
      : parts.anchors.map(({ rule }) =>
          scored(
            `index:${rule.id}`,
            at({ ...parts, anchors: parts.anchors.filter((one) => one.rule.id !== rule.id) }),
          ),
        )
  const dimensions =
    parts.forms.length === 0
      ? []
      : method.dimensions.map(({ id }) =>
          scored(
            `dimension:${id}`,
            at(parts, { ...method, dimensions: method.dimensions.filter((one) => one.id !== id) }),
          ),
        )
  const chance = chanceFrom(seed)
  const shares = scores.map((one) => one.share)
  const drawn = Float64Array.from(
    { length: WEIGHTS },
    () => pointOf(scores, live, method.leastSources, weightsAround(shares, chance)) ?? Number.NaN,
  ).sort()
  const isRated = drawn.every((one) => !Number.isNaN(one))
  return [
    ...sources,
    ...indices,
    ...dimensions,
    ...(parts.live.kind === 'counted' ? [scored('live', at(parts, method, 0))] : []),
    scored(
      'equal-weights',
      pointOf(
        scores,
        live,
        method.leastSources,
        shares.map(() => 1),
      ),
    ),
    scored('weights-low', isRated ? quantile(drawn, 0.05) : null),
    scored('weights-high', isRated ? quantile(drawn, 0.95) : null),
  ]
}
