/** A score with its interval in, the scale of 0 to 100 with its bands, the range on it and how likely each band is, out. */
import { html, type Markup } from '../markup.ts'

export type BandShare = {
  readonly id: string
  readonly label: string
  /** Where it ends on the scale. */
  readonly to: number
  readonly probability: number
}
/** Quantiles at 2.5, 10, 50, 90 and 97.5 in a hundred. */
export type Range = readonly [number, number, number, number, number]

const SIZES = {
  wide: { width: 920, height: 132, font: 13, foot: 44 },
  narrow: { width: 320, height: 150, font: 11, foot: 44 },
} as const

/** On a phone the names stand on two lines in turn, so that none runs into the next. */
function svg(
  bands: readonly BandShare[],
  range: Range,
  kind: keyof typeof SIZES,
  words: { readonly title: string; readonly percent: (share: number) => string; readonly score: string },
  id: string,
): Markup {
  const { width, height, font, foot } = SIZES[kind]
  const x = (score: number): number => Math.round(score * width) / 100
  const top = kind === 'wide' ? font + 10 : font * 2 + 16
  const floor = height - foot
  const middle = Math.round((top + floor) / 2)
  const [far, low, half, high, end] = range
  const starts = bands.map((_, at) => bands[at - 1]?.to ?? 0)
  const drawn = bands.map((band, at) => {
    const [from, to] = [x(starts[at] ?? 0), x(band.to)]
    const lift = kind === 'narrow' && at % 2 === 0 ? font + 5 : 0
    // The first word stands at the left edge, the last at the right: none is cut.
    const anchor = at === 0 ? 'start' : at === bands.length - 1 ? 'end' : 'middle'
    const place = at === 0 ? from : at === bands.length - 1 ? to : (from + to) / 2
    return html`<rect class="${at % 2 === 0 ? 'q-field' : 'bandf'}" x="${from}" y="${top}" width="${to - from}" height="${floor - top}"/><text class="sv" x="${place}" y="${top - 6 - lift}" text-anchor="${anchor}">${band.label}</text><text class="sv" x="${place}" y="${floor + font + 22}" text-anchor="${anchor}">${words.percent(band.probability)}</text><path class="line" d="M${from + 0.5} ${floor}v5"/><text class="sv t2" x="${at === 0 ? 0 : from}" y="${floor + font + 4}" text-anchor="${at === 0 ? 'start' : 'middle'}">${starts[at] ?? 0}</text>`
  })
  const at = Math.min(Math.max(x(half), font * 2), width - font * 2)
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-${kind}"><title id="${id}-${kind}">${words.title}</title>${drawn}<path class="line" d="M0 ${floor + 0.5}h${width}"/><path class="line" d="M${x(far)} ${middle}H${x(end)}M${x(far)} ${middle - 4}v8M${x(end)} ${middle - 4}v8"/><path class="inkf" d="M${x(low)} ${middle - 4}H${x(high)}v8H${x(low)}z"/><path class="inkf" d="M${x(half) - 1.5} ${middle - 14}h3v28h-3z"/><text class="sv" x="${at}" y="${middle - 18}" text-anchor="middle">${words.score}</text></svg>`
}

/** The thin line holds 95 in a hundred draws, the thick one 80, the stroke across it stands where half lie below. */
export const bandRange = (
  bands: readonly BandShare[],
  range: Range,
  words: { readonly title: string; readonly percent: (share: number) => string; readonly score: string },
  id = 'bands',
): Markup => html`${svg(bands, range, 'wide', words, id)}${svg(bands, range, 'narrow', words, id)}`

/** The wide drawing alone, for a picture of its own. */
export const wideBands = (
  bands: readonly BandShare[],
  range: Range,
  words: { readonly title: string; readonly percent: (share: number) => string; readonly score: string },
): Markup => svg(bands, range, 'wide', words, 'bands')

/** The same range by itself, one line high: for a list of ratings under one scale. */
export function rangeLine(bands: readonly { readonly to: number }[], range: Range, title: string): Markup {
  const [far, low, half, high, end] = range.map((one) => Math.round(one * 30) / 10)
  const edges = bands.slice(0, -1).map((one) => `M${one.to * 3} 0v16`)
  return html`<svg class="lone" viewBox="0 0 300 16" width="300" height="16" role="img" aria-label="${title}"><rect class="q-field" width="300" height="16"/><path class="kn" d="${edges.join('')}"/><path class="line" d="M${far} 8H${end}"/><path class="inkf" d="M${low} 6H${high}v4H${low}z"/><path class="inkf" d="M${(half ?? 0) - 1} 2h2v12h-2z"/></svg>`
}
