/** Rows and a method in, the rating out: a score with its interval, the probability of each band, and what it rests on. */

import { fnv1a } from '../../core/fnv.ts'
import type { RatingMethod } from '../../core/rating/method.ts'
import type { Rating } from '../../core/rating/result.ts'
import type { RatingRows } from '../../core/rating/rows.ts'
import { chanceFrom } from './chance.ts'
import { changesOf, edgesOf } from './changes.ts'
import { drawsOf, quantile } from './draws.ts'
import { formScore } from './form.ts'
import { otherwise } from './otherwise.ts'
import { indexScores } from './outside.ts'
import { livePoints, partsOf, pointOf, sourceScores } from './parts.ts'
import { bandOf, kept, scoredAs } from './scale.ts'

/** Where a rating's own series of draws begins. */
export const seedFor = (rows: Pick<RatingRows, 'country' | 'asOf'>, method: RatingMethod): number =>
  fnv1a(`${method.uncertainty.seed} ${rows.country} ${rows.asOf}`)

/**
 * Pure: the same rows and the same method give the same bits, in whatever order the rows come. Only + - * / and square root
 * are used, which IEEE 754 fixes to the last bit, sums run in the method's order, and nothing asks the machine for chance.
 */
export function rate(rows: RatingRows, method: RatingMethod): Rating {
  const parts = partsOf(rows, method)
  const scores = sourceScores(parts, method)
  const seed = seedFor(rows, method)
  const about = {
    ...{ country: rows.country, asOf: rows.asOf, method: `${method.id}@${method.methodVersion}` },
    forms: parts.forms.map(({ row }) => rounded(formScore(row, method))),
    indices: rounded(indexScores(parts.anchors)),
    sources: scores.map((one) => rounded(one)),
    live: parts.live,
  }
  const point = pointOf(scores, livePoints(parts.live), method.leastSources)
  const there = scores.filter((one) => one.score !== null).length
  if (point === null) return { kind: 'not-rated', ...about, needed: method.leastSources, there }
  const draws = drawsOf(parts, method, seed)
  const bands = probabilities(draws, method)
  const changes = changesOf(parts, method)
  const at = (part: number): number => kept(quantile(draws, part))
  return {
    kind: 'rated',
    ...about,
    point: scoredAs(point, method),
    quantiles: [at(0.025), at(0.1), at(0.5), at(0.9), at(0.975)],
    bands,
    band: bandOf(quantile(draws, 0.5), method.bands),
    certain: bands.some((one) => one.probability >= method.decision.certain),
    otherwise: otherwise(parts, method, seed),
    edges: edgesOf(changes, point, method.bands),
    changes,
  }
}

export function probabilities(
  draws: Float64Array,
  method: RatingMethod,
): { id: string; probability: number }[] {
  const counts = new Map(method.bands.map((one) => [one.id, 0]))
  for (const one of draws) {
    const band = bandOf(one, method.bands)
    counts.set(band, (counts.get(band) ?? 0) + 1)
  }
  return [...counts].map(([id, n]) => ({ id, probability: kept(n / Math.max(1, draws.length)) }))
}

/**
 * How likely it is that the score fell by so many points between two ratings: pairs of draws, each taken from its own series.
 * Null where one of them is no rating.
 */
export function fallProbability(
  before: RatingRows,
  after: RatingRows,
  method: RatingMethod,
  points: number,
): number | null {
  const [was, is] = [before, after].map((rows) =>
    drawsOf(partsOf(rows, method), method, seedFor(rows, method)),
  )
  if (!was || !is || was.length === 0 || is.length === 0) return null
  const { uniform } = chanceFrom(seedFor(after, method))
  const pick = (draws: Float64Array): number => draws[Math.floor(uniform() * draws.length)] ?? 0
  let fallen = 0
  for (let n = 0; n < method.uncertainty.draws; n += 1) if (pick(was) - pick(is) >= points) fallen += 1
  return kept(fallen / method.uncertainty.draws)
}

/** Every number in it to four places. */
function rounded<T>(value: T): T {
  if (typeof value === 'number') return kept(value) as T
  if (Array.isArray(value)) return value.map(rounded) as T
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)])) as T
  return value
}
