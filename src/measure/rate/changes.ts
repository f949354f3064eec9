/** The parts of a score in, what one answer by one step would do to it out: the largest effects first. */
import { BEST, type RatingMethod } from '../../core/rating/method.ts'
import type { Change, Edge } from '../../core/rating/result.ts'
import { livePoints, type Parts, pointOf, sourceScores } from './parts.ts'
import { kept, scoredAs } from './scale.ts'

/** The parts with one answer of one form put in another's place. */
export const withAnswer = (parts: Parts, at: number, key: string, value: number): Parts => ({
  ...parts,
  forms: parts.forms.map((one, index) =>
    index === at ? { ...one, answers: new Map([...one.answers, [key, value]]) } : one,
  ),
})

export function changesOf(parts: Parts, method: RatingMethod): readonly Change[] {
  const live = livePoints(parts.live)
  const score = (some: Parts): number | null => pointOf(sourceScores(some, method), live, method.leastSources)
  const now = score(parts)
  if (now === null) return []
  const changes = parts.forms.flatMap(({ row }, at) =>
    row.answers.flatMap(({ question, aspect, value }) =>
      value === null
        ? []
        : [value - 1, value + 1].flatMap((to): readonly Change[] => {
            const then =
              to < 0 || to > BEST ? null : score(withAnswer(parts, at, `${question}.${aspect}`, to))
            if (then === null) return []
            const difference = kept(then - now)
            const { source, coder } = row
            return [
              {
                source,
                coder,
                question,
                aspect,
                from: value,
                to,
                scored: scoredAs(then, method),
                difference,
              },
            ]
          }),
    ),
  )
  return changes.toSorted(
    (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || b.difference - a.difference || orderOf(a, b),
  )
}

const orderOf = (a: Change, b: Change): number => {
  const [x, y] = [a, b].map((one) => `${one.source} ${one.coder} ${one.question} ${one.aspect} ${one.to}`)
  return (x ?? '') < (y ?? '') ? -1 : 1
}

/** A score is a weighted sum of its answers, so that effects of one step each add up while nothing reaches an end of the scale. */
export function edgesOf(
  changes: readonly Change[],
  point: number,
  bands: RatingMethod['bands'],
): readonly Edge[] {
  const here = bands.findIndex((one) => Math.round(point) <= one.to)
  const towards = (at: number, way: 1 | -1): readonly Edge[] => {
    const band = bands[at]
    if (!band) return []
    // Scores are rounded before they are banded: half a point over the edge is over it.
    const edge = way > 0 ? (bands[at - 1]?.to ?? 0) + 0.5 : band.to + 0.5
    const effects = changes.flatMap((one) => (one.difference * way > 0 ? [one.difference * way] : []))
    let [sum, answers] = [0, 0]
    for (const effect of effects) {
      if (way > 0 ? point + sum >= edge : point - sum < edge) break
      sum += effect
      answers += 1
    }
    const isOver = way > 0 ? point + sum >= edge : point - sum < edge
    return [{ band: band.id, answers: isOver ? answers : null }]
  }
  return [...towards(here - 1, -1), ...towards(here + 1, 1)]
}
