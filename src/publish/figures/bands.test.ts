/** A range is drawn as a range, where its numbers say, and told in words to whoever cannot see it. */
import { describe, expect, it } from 'vitest'
import { type BandShare, bandRange, rangeLine } from './bands.ts'
import { sums } from './sums.ts'

const BANDS: readonly BandShare[] = [
  { id: 'a', label: 'closed', to: 20, probability: 0.04 },
  { id: 'b', label: '<b>', to: 40, probability: 0.9 },
  { id: 'c', label: 'open', to: 100, probability: 0.06 },
]
const WORDS = { title: 'said & told', percent: (share: number) => `${share * 100} %`, score: '30' }

describe('a rating', () => {
  const drawn = bandRange(BANDS, [20, 25, 30, 35, 50], WORDS).toString()
  it('has a thin line over 95, a thick one over 80 and a stroke at the middle, at their places', () => {
    const wide = drawn.slice(0, drawn.indexOf('class="narrow"'))
    expect(wide).toContain('M184 56H460')
    expect(wide).toContain('M230 52H322v8H230z')
    expect(wide).toContain('M274.5 42h3v28h-3z')
  })
  it('names each band with its probability, and escapes what it is called', () => {
    expect(drawn).toMatch(/closed<\/text><text[^>]*>4 %/)
    expect(drawn).toContain('&lt;b&gt;')
    expect(drawn).toContain('<title id="bands-wide">said &amp; told</title>')
    expect(drawn).not.toContain('<b>')
  })
  it('keeps its number within the picture where the range lies at an end', () => {
    const low = bandRange(BANDS, [0, 0, 0, 1, 2], WORDS).toString()
    expect(low).toMatch(/<text class="sv" x="26" [^>]*>30</)
  })
  it('is one line high in a list, on the same scale', () => {
    expect(rangeLine(BANDS, [20, 25, 30, 35, 50], 'x').toString()).toContain('M60 8H150')
  })
})

describe('counts beside what was expected', () => {
  const months = [2, 0, 9].map((found, at) => ({ month: `2026-0${at + 1}`, found, expected: 4 }))
  const drawn = sums(months, '2026-03', 'told', 'x').toString()
  it('have a column each, none where nothing was found, and a stroke for each month', () => {
    const [, bars = '', strokes = ''] =
      /class="k2" d="([^"]*)"[\s\S]*?stroke-width="2" d="([^"]*)"/.exec(drawn) ?? []
    expect(bars.match(/M/g)).toHaveLength(2)
    expect(strokes.match(/M/g)).toHaveLength(3)
  })
  it('have their numbers above both', () => {
    const at = Number(/y="([\d.]+)" text-anchor="middle">2</.exec(drawn)?.[1])
    const stroke = Number(/stroke-width="2" d="M0 ([\d.]+)/.exec(drawn)?.[1])
    expect(at).toBeLessThan(stroke)
  })
})
