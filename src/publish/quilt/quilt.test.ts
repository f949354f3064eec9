/** What holds of the whole cloth, whatever is sewn into it. */
import { describe, expect, test } from 'vitest'
import type { Words } from '../../core/words.ts'
import { CODEBOOK, incident, quarter } from '../fixture.ts'
import { countsOf, descriptionOf } from './counts.ts'
import { draw } from './draw.ts'
import { clothOf, LAYOUTS, PANEL, panelsOf } from './panel.ts'
import { patchesOf } from './patch.ts'
import { quilt } from './quilt.ts'

const words: Words = {
  language: 'en',
  t: (key, params) => `${key}${params ? ` ${JSON.stringify(params)}` : ''}`,
  unreviewed: false,
}
const patches = patchesOf(quarter(124), CODEBOOK)
const drawn = (kind: 'wide' | 'narrow', of = patches): string =>
  draw(of, kind, { title: 'T', desc: 'D', single: true }).toString()
const panelsIn = (svg: string): readonly string[] => svg.replace('</svg>', '').split('<g transform=').slice(1)
const sum = (counts: ReadonlyMap<unknown, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)

describe.each(['wide', 'narrow'] as const)('the %s cloth', (kind) => {
  test('has one patch for each incident, forty to a panel', () => {
    expect(drawn(kind).match(/<use href="#[a-z]\d"/g)).toHaveLength(patches.length)
    expect(panelsOf(patches, LAYOUTS[kind]).map((one) => one.patches.length)).toEqual([
      PANEL,
      PANEL,
      patches.length - 2 * PANEL,
    ])
  })
  test('is the same to the byte for the same records', () => {
    expect(drawn(kind)).toBe(drawn(kind))
    expect(drawn(kind, patchesOf([...quarter(124)].reverse(), CODEBOOK))).toBe(drawn(kind))
  })
  test('changes by a later record only from that record’s panel on', () => {
    const more = patchesOf(
      [...quarter(124), incident({ id: 'late', date: '2020-02-29', acts: ['fine'] })],
      CODEBOOK,
    )
    const at = more.findIndex((one) => one.incident === 'late')
    const [before, after] = [panelsIn(drawn(kind)), panelsIn(drawn(kind, more))]
    const first = Math.floor(at / PANEL)
    expect(after.slice(0, first)).toEqual(before.slice(0, first))
    expect(after.slice(first)).not.toEqual(before.slice(first))
  })
  test('never puts two patches in one place', () => {
    const places = panelsOf(patches, LAYOUTS[kind]).map((panel) =>
      panel.patches.map(({ x, y }) => `${x} ${y}`),
    )
    for (const panel of places) expect(new Set(panel).size).toBe(panel.length)
  })
})

test('panels are 450 by 300, two abreast when wide and one below the other when narrow', () => {
  expect(clothOf(1, LAYOUTS.wide)).toEqual({ width: 450, height: 300 })
  expect(clothOf(3, LAYOUTS.wide)).toEqual({ width: 914, height: 614 })
  expect(clothOf(2, LAYOUTS.narrow)).toEqual({ width: 300, height: 914 })
})

test('shapes and lightness in the description each sum to the patches', () => {
  const counts = countsOf(patches)
  expect(sum(counts.motifs)).toBe(patches.length)
  expect(sum(counts.gravities)).toBe(patches.length)
  expect(descriptionOf(counts, words)).toContain(`{"n":${patches.length}}`)
})

test('a shape that was not sewn has no entry instead of a zero', () => {
  const counts = countsOf(patchesOf([incident({ acts: ['fine'] })], CODEBOOK))
  expect([...counts.motifs]).toEqual([['trial', 1]])
})

const figure = (of: typeof patches): string =>
  quilt({ patches: of, named: new Map(), title: 'T', words, all: { href: '/all', text: 'All' } }).toString()

test('where every record has one collector, only disputes are stitched and a sentence says so', () => {
  const alone = patches.map((one) => ({ ...one, basting: 'single' as const }))
  expect(figure(alone)).not.toContain('#bs')
  expect(figure(alone)).toContain('face.quilt.one-witness')
  expect(figure(patches)).not.toContain('face.quilt.one-witness')
})

test('the figure carries no style of its own, no script and no link inside the picture', () => {
  expect(figure(patches)).not.toMatch(/style=|<script|<svg[^>]*>(?:(?!<\/svg>)[\s\S])*<a /)
})

test('nothing recorded is drawn as nothing', () => {
  expect(figure([])).toBe('')
})
