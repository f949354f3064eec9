/** What ratings are told in: bands, sources, questions, numbers, in the reader's words. */
import { labelIn } from '../../../../core/language.ts'
import type { Rated } from '../../../../core/rating/result.ts'
import { type BandShare, bandRange, type Range } from '../../../../publish/figures/bands.ts'
import type { Markup } from '../../../../publish/markup.ts'
import { periodIn } from '../../../../publish/telling/when.ts'
import type { Desktop } from '../../desktop.ts'

/** One place is all that a score can bear. */
export const tenth = (value: number): number => Math.round(value * 10) / 10

/** A method of its own file may have words that ours has not: then its id stands. */
function label(
  { codebook, face }: Desktop,
  kind: 'sources' | 'dimensions' | 'questions' | 'bands' | 'indices',
  id: string,
): string {
  const found = codebook.rating.words[kind].get(id)
  return found ? labelIn(found, face.words.language).text : id
}
export const bandText = (desktop: Desktop, id: string): string => label(desktop, 'bands', id)
export const sourceText = (desktop: Desktop, id: string): string => label(desktop, 'sources', id)
export const dimensionText = (desktop: Desktop, id: string): string => label(desktop, 'dimensions', id)
export const questionText = (desktop: Desktop, id: string): string => label(desktop, 'questions', id)
export const indexText = (desktop: Desktop, id: string): string => label(desktop, 'indices', id)

export const countryText = ({ packs, face }: Desktop, id: string): string => {
  const pack = packs.get(id)
  return pack ? labelIn(pack.name, face.words.language).text : id.toUpperCase()
}

/** `2026-03` in words. */
export const monthText = ({ face }: Desktop, month: string): string =>
  periodIn(`${month}-01`, `${month}-01`, face.words.language)

export const percentText = ({ face }: Desktop, share: number): string =>
  face.words.t('rate.percent', { n: Math.round(share * 100) })

/** What a rating without some part would be: the names of parts are told, ids never. */
export function otherwiseText(desktop: Desktop, what: string): string {
  const { t } = desktop.face.words
  const [kind, id = ''] = what.split(':')
  switch (kind) {
    case 'source':
      return t('rate.without', { what: sourceText(desktop, id) })
    case 'index':
      return t('rate.without', { what: indexText(desktop, id) })
    case 'dimension':
      return t('rate.without', { what: dimensionText(desktop, id) })
    default:
      return t(`rate.otherwise.${what}`)
  }
}

export function sharesOf(
  desktop: Desktop,
  rated: Rated,
  ends: readonly { readonly id: string; readonly to: number }[],
): readonly BandShare[] {
  const probability = new Map(rated.bands.map((one) => [one.id, one.probability]))
  return ends.map(({ id, to }) => ({
    id,
    to,
    label: bandText(desktop, id),
    probability: probability.get(id) ?? 0,
  }))
}

/** The figure, and in its title the same in words. */
export function ratingFigure(
  desktop: Desktop,
  rated: Rated,
  ends: readonly { readonly id: string; readonly to: number }[],
  id = 'bands',
): Markup {
  const { t } = desktop.face.words
  const shares = sharesOf(desktop, rated, ends)
  const told = shares.map((one) => `${one.label} ${percentText(desktop, one.probability)}`).join(', ')
  const title = t('rate.figure', { ...rangeWords(rated.quantiles), bands: told })
  const words = {
    title,
    percent: (share: number) => percentText(desktop, share),
    score: t('rate.score', { n: tenth(rated.quantiles[2]) }),
  }
  return bandRange(shares, rated.quantiles, words, id)
}

export const rangeWords = ([low, , middle, , high]: Range) => ({
  ...{ low: tenth(low), middle: tenth(middle), high: tenth(high) },
})
