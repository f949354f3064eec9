/** The quilt of a campaign: as many shapes as patches, in the order in which they came; a full panel stays as it was. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { CLOTHS, type Patch } from '../../core/act/patch.ts'
import { MOTIFS } from '../../core/codebook.ts'
import { LANGUAGES } from '../../core/language.ts'
import { PANEL } from './panel.ts'
import { blankPanel, onSheet, sewnAlone } from './sewn-alone.ts'
import { SEWN_MOST, sew, sewnInWords, solidarityQuilt } from './solidarity.ts'

const patch = fc.record({
  motif: fc.constantFrom(...MOTIFS),
  cloth: fc.constantFrom(...CLOTHS),
  words: fc.constant(null),
  language: fc.constant(null),
}) as fc.Arbitrary<Patch>
const drawing = { id: 'sq', title: 'a', desc: 'b' }
const usesIn = (svg: string): number => (svg.match(/<use href="#[a-z]\d" x=/g) ?? []).length
const panelsIn = (svg: string): readonly string[] => svg.split('<g transform="translate(').slice(1)

describe('the quilt of a campaign', () => {
  it('has one shape for each patch, in both drawings', () => {
    fc.assert(
      fc.property(fc.array(patch, { minLength: 1, maxLength: 130 }), (patches) => {
        for (const kind of ['wide', 'narrow'] as const)
          expect(usesIn(sew(patches, kind, drawing).toString())).toBe(patches.length)
      }),
      { numRuns: 20 },
    )
  })

  it('never changes a full panel when somebody sews one more', () => {
    const sewn = fc.array(patch, { minLength: 3 * PANEL + 1, maxLength: 3 * PANEL + 30 })
    fc.assert(
      fc.property(sewn, patch, (patches, one) => {
        const [before, after] = [patches, [...patches, one]].map((all) =>
          panelsIn(sew(all, 'wide', drawing).toString()),
        )
        expect(after?.slice(0, 3)).toEqual(before?.slice(0, 3))
      }),
      { numRuns: 10 },
    )
  })

  it('says in words what it shows, and its numbers add up', () => {
    const patches = MOTIFS.map(
      (motif, at): Patch => ({ motif, cloth: CLOTHS[at % 6] ?? 0, words: null, language: null }),
    )
    for (const language of LANGUAGES) {
      const numbers = (sewnInWords(patches, knowledge.words[language]).match(/\d+/g) ?? []).map(Number)
      expect(numbers.slice(1).reduce((sum, n) => sum + n, 0)).toBe(numbers[0])
    }
  })

  it('shows the newest of more than a page holds, says how many more there are, and prints all', () => {
    const many = Array.from(
      { length: SEWN_MOST + 24 },
      (): Patch => ({ motif: 'good', cloth: 2, words: null, language: null }),
    )
    const page = solidarityQuilt(many, knowledge.words.en).toString()
    expect(usesIn(page)).toBe(2 * SEWN_MOST)
    expect(page).toContain('24 more')
    expect(page.length).toBeLessThan(40_000)
    expect(usesIn(sewnAlone(many))).toBe(many.length)
    expect(solidarityQuilt([], knowledge.words.en).toString()).toBe('')
  })

  it.each([
    [1, 'narrow', 1],
    [2, 'wide', 1],
    [4, 'narrow', 2],
    [9, 'narrow', 3],
    [20, 'narrow', 5],
  ])('of %i panels fills a sheet that stands upright: %s, %i abreast', (panels, kind, abreast) => {
    expect(onSheet(panels)).toMatchObject({ kind, abreast })
  })

  it('has forty empty squares to colour', () => {
    expect((blankPanel().match(/stroke-width="\.8"/g) ?? []).length).toBe(PANEL)
  })
})
