/** A number on the scale of 0 to 100 in, its band out; and numbers as they are kept: four places, the same bits everywhere. */
import type { RatingMethod } from '../../core/rating/method.ts'
import type { Scored } from '../../core/rating/result.ts'

export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length

export const kept = (value: number): number => Math.round(value * 10_000) / 10_000

/** Scores are rounded to whole numbers first: 40.4 is 40, and 40 belongs to the band that ends there. */
export function bandOf(score: number, bands: RatingMethod['bands']): string {
  const whole = Math.round(score)
  return (bands.find((one) => whole <= one.to) ?? bands.at(-1))?.id ?? ''
}

export const scoredAs = (score: number, method: RatingMethod): Scored => ({
  score: kept(score),
  band: bandOf(score, method.bands),
})
