/** What ratings are told in: bands, sources, questions, numbers, in the reader's words. */
import { labelIn } from '../../core/language.ts'
import { type BandShare, bandRange, type Range } from '../figures/bands.ts'
import type { Markup } from '../markup.ts'
import type { Face } from '../views.ts'

/** One place is all that a score can bear. */
export const tenth = (value: number): number => Math.round(value * 10) / 10

/** A method of its own file may have words that ours has not: then its id stands. */
export function ratingWord(
  kind: 'sources' | 'dimensions' | 'questions' | 'bands' | 'indices',
  id: string,
  { codebook, words }: Pick<Face, 'codebook' | 'words'>,
): string {
  const found = codebook.rating.words[kind].get(id)
  return found ? labelIn(found, words.language).text : id
}

export const percentIn = (share: number, { words }: Pick<Face, 'words'>): string =>
  words.t('rate.percent', { n: Math.round(share * 100) })

export const rangeWords = ([low, , middle, , high]: Range) => ({
  ...{ low: tenth(low), middle: tenth(middle), high: tenth(high) },
})

/** What a rating without some part would be: the names of parts are told, ids never. */
export function otherwiseIn(what: string, face: Face): string {
  const [kind, id = ''] = what.split(':')
  const without = (part: Parameters<typeof ratingWord>[0]): string =>
    face.words.t('rate.without', { what: ratingWord(part, id, face) })
  switch (kind) {
    case 'source':
      return without('sources')
    case 'index':
      return without('indices')
    case 'dimension':
      return without('dimensions')
    default:
      return face.words.t(`rate.otherwise.${what}`)
  }
}

/** As computed: bands in rising order with the end of each, and how likely each is. */
export type Drawn = {
  readonly quantiles: Range
  readonly bands: readonly { readonly id: string; readonly to: number; readonly probability: number }[]
}

/** The range in words, with how likely each band is: what the figure shows. */
export function drawnIn({ quantiles, bands }: Drawn, face: Face): string {
  const told = bands.map((one) => `${ratingWord('bands', one.id, face)} ${percentIn(one.probability, face)}`)
  return face.words.t('rate.figure', { ...rangeWords(quantiles), bands: told.join(', ') })
}

/** The figure, and in its title the same in words. */
export function ratingFigure(drawn: Drawn, face: Face, id = 'bands'): Markup {
  const shares: readonly BandShare[] = drawn.bands.map((one) => ({
    ...one,
    label: ratingWord('bands', one.id, face),
  }))
  const words = {
    title: drawnIn(drawn, face),
    percent: (share: number) => percentIn(share, face),
    score: face.words.t('rate.score', { n: tenth(drawn.quantiles[2]) }),
  }
  return bandRange(shares, drawn.quantiles, words, id)
}
