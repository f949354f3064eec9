/** What holds of every shape of the quilt. */
import { describe, expect, test } from 'vitest'
import { MOTIFS } from '../../core/codebook.ts'
import { area, POLYGONS, pathOf, SIDE, turned, turnsOf } from './motifs.ts'

describe.each(MOTIFS)('the motif %s', (motif) => {
  test('is dark on exactly half of its patch', () => {
    expect(POLYGONS[motif].reduce((sum, polygon) => sum + area(polygon), 0)).toBe((SIDE * SIDE) / 2)
  })
  test('has all its points on the lattice', () => {
    for (const [x, y] of POLYGONS[motif].flat()) {
      expect([0, 12, 24, 36, 48]).toContain(x)
      expect([0, 12, 24, 36, 48]).toContain(y)
    }
  })
  test('comes back to itself after four quarter turns', () => {
    expect(turned(motif, 4)).toEqual(POLYGONS[motif])
    expect([1, 2, 4]).toContain(turnsOf(motif))
  })
})

test.each([
  ['association', 1],
  ['liberty', 1],
  ['good', 1],
  ['integrity', 1],
  ['assembly', 2],
  ['digital', 2],
  ['expression', 4],
  ['trial', 4],
  ['law', 4],
] as const)('%s looks different in %i turns', (motif, turns) => {
  expect(turnsOf(motif)).toBe(turns)
})

test('no two motifs are the same shape', () => {
  expect(new Set(MOTIFS.map((motif) => pathOf(POLYGONS[motif]))).size).toBe(MOTIFS.length)
})
