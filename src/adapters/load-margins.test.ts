import { describe, expect, it, test } from 'vitest'
import { knowledge } from '../../test/world.ts'
import { marginsFile } from './load-margins.ts'

const file = (ranges: unknown) => ({
  version: '1',
  reviewedBy: { en: 'authors', ru: null, kk: null },
  ranges,
})
const faultsOf = (ranges: unknown): readonly string[] =>
  marginsFile.safeParse(file(ranges)).error?.issues.map((one) => `${one.path.join('.')}: ${one.message}`) ??
  []

describe('the ranges that a margin can take', () => {
  it('are wide and overlap, from nothing to no end', () => {
    expect(faultsOf(knowledge.codebook.margins)).toEqual([])
    expect(knowledge.codebook.margins.length).toBeGreaterThan(5)
  })

  test.each<[string, unknown, RegExp]>([
    ['begin above 0', [{ low: 1, high: null }], /must begin at 0/],
    ['have an end', [{ low: 0, high: 20 }], /no upper end/],
    [
      'have no end in the middle',
      [
        { low: 0, high: null },
        { low: 10, high: null },
      ],
      /no upper end/,
    ],
    [
      'are so narrow that one record shows',
      [
        { low: 0, high: 4 },
        { low: 2, high: null },
      ],
      /at least 10/,
    ],
    [
      'only touch, so that one record goes to and fro',
      [
        { low: 0, high: 20 },
        { low: 20, high: null },
      ],
      /at least 3/,
    ],
    [
      'leave a gap',
      [
        { low: 0, high: 20 },
        { low: 30, high: null },
      ],
      /at least 3/,
    ],
    [
      'go down',
      [
        { low: 0, high: 20 },
        { low: 0, high: null },
      ],
      /at least 3/,
    ],
    ['are words', [{ low: 'none', high: null }], /ranges\.0/],
    ['are not there', undefined, /ranges/],
  ])('are refused when they %s', (_what, ranges, fault) => {
    expect(faultsOf(ranges).join('\n')).toMatch(fault)
  })
})
