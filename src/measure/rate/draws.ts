/** The parts of a score in, thousands of scores as they might have been out: other coders, other indices, other weights. */
import type { RatingMethod } from '../../core/rating/method.ts'
import { chanceFrom, weightsAround } from './chance.ts'
import { drawnScore, type LaidOut, laidOut } from './drawn-form.ts'
import { dimensionScores, scoreOf } from './form.ts'
import { outsideScore } from './outside.ts'
import { livePoints, type Parts } from './parts.ts'
import { clamp } from './scale.ts'

/** Scores in rising order; empty where fewer sources speak than the method asks for. */
export function drawsOf(parts: Parts, method: RatingMethod, seed: number): Float64Array {
  const known = parts.forms.filter((one) => scoreOf(dimensionScores(one.answers, method)) !== null)
  const speaking = method.sources.flatMap((source) => {
    const own = known.filter((one) => one.row.source === source.id).map((one) => laidOut(one.answers, method))
    const speaks = source.id === 'outside' ? parts.anchors.length > 0 : own.length > 0
    return speaks ? [{ ...source, own }] : []
  })
  if (speaking.length < method.leastSources) return new Float64Array(0)
  const shares = speaking.map((one) => one.share)
  const live = livePoints(parts.live)
  const chance = chanceFrom(seed)
  // One form of the source, whole.
  const drawn = (own: readonly LaidOut[]): number => {
    const form = own[Math.floor(chance.uniform() * own.length)]
    return form ? drawnScore(form, method, chance) : 0
  }
  const one = (): number => {
    const weights = weightsAround(shares, chance)
    let sum = 0
    for (const [at, { id, own }] of speaking.entries())
      sum +=
        (weights[at] ?? 0) *
        (id === 'outside' ? (outsideScore(parts.anchors, method, chance) ?? 0) : drawn(own))
    return clamp(sum + live, 0, 100)
  }
  return Float64Array.from({ length: method.uncertainty.draws }, one).sort()
}

/** Share of the draws, in rising order, at or below which `part` of them lie (type 1: a value that was drawn). */
export const quantile = (draws: Float64Array, part: number): number =>
  draws[Math.min(draws.length - 1, Math.max(0, Math.ceil(part * draws.length) - 1))] ?? 0
