/** A country and a day in; its rating as of that day, with the bundle that anybody can compute it from again, out. */
import { canonical } from '../../core/json.ts'
import type { RatingMethod } from '../../core/rating/method.ts'
import type { Rating } from '../../core/rating/result.ts'
import { BUNDLE_FORMAT, type RatingBundle } from '../../core/rating/rows.ts'
import { rate } from '../../measure/rate/rate.ts'
import type { Context } from '../context.ts'
import { hashOf } from './record-rating.ts'
import { rowsOfCountry } from './rows-of-country.ts'

export type Computed = {
  readonly bundle: RatingBundle
  readonly rating: Rating
  /** SHA-256 of the one written form of the rows, of the method and of the rating. */
  readonly hashes: { readonly rows: string; readonly method: string; readonly rating: string }
}

export async function rateCountry(
  context: Context,
  asked: { readonly country: string; readonly asOf: string },
  method: RatingMethod = context.knowledge.codebook.rating.method,
): Promise<Computed> {
  const { rows } = await rowsOfCountry(context, asked, method)
  return computed({ format: BUNDLE_FORMAT, method, rows })
}

/** Needs no store: whoever holds a bundle gets what we got. */
export function computed(bundle: RatingBundle): Computed {
  const rating = rate(bundle.rows, bundle.method)
  const hashes = { rows: hashOf(bundle.rows), method: hashOf(bundle.method), rating: hashOf(rating) }
  return { bundle, rating, hashes }
}

/** True when what was stored is, byte for byte, what its rows and its method give today. */
export const isReproduced = (bundle: RatingBundle, result: Rating): boolean =>
  canonical(rate(bundle.rows, bundle.method)) === canonical(result)
