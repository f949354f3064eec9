/** What ratings are told in behind the door: the same words as on public pages. */
import { labelIn } from '../../../../core/language.ts'
import type { Rated } from '../../../../core/rating/result.ts'
import type { Markup } from '../../../../publish/markup.ts'
import {
  ratingFigure as figureOf,
  otherwiseIn,
  percentIn,
  ratingWord,
} from '../../../../publish/telling/rating.ts'
import { periodIn } from '../../../../publish/telling/when.ts'
import type { Desktop } from '../../desktop.ts'

export { rangeWords, tenth } from '../../../../publish/telling/rating.ts'

export const bandText = ({ told }: Desktop, id: string): string => ratingWord('bands', id, told)
export const sourceText = ({ told }: Desktop, id: string): string => ratingWord('sources', id, told)
export const dimensionText = ({ told }: Desktop, id: string): string => ratingWord('dimensions', id, told)
export const questionText = ({ told }: Desktop, id: string): string => ratingWord('questions', id, told)
export const indexText = ({ told }: Desktop, id: string): string => ratingWord('indices', id, told)
export const percentText = ({ told }: Desktop, share: number): string => percentIn(share, told)
export const otherwiseText = ({ told }: Desktop, what: string): string => otherwiseIn(what, told)

export const countryText = ({ packs, face }: Desktop, id: string): string => {
  const pack = packs.get(id)
  return pack ? labelIn(pack.name, face.words.language).text : id.toUpperCase()
}

/** `2026-03` in words. */
export const monthText = ({ face }: Desktop, month: string): string =>
  periodIn(`${month}-01`, `${month}-01`, face.words.language)

/** `ends`: the bands in rising order, as the method has them. */
export function ratingFigure(
  { told }: Desktop,
  { quantiles, bands }: Rated,
  ends: readonly { readonly id: string; readonly to: number }[],
  id = 'bands',
): Markup {
  const probability = new Map(bands.map((one) => [one.id, one.probability]))
  const drawn = ends.map((one) => ({ ...one, probability: probability.get(one.id) ?? 0 }))
  return figureOf({ quantiles, bands: drawn }, told, id)
}
