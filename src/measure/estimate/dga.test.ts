/** Averaging over graphs: how many there are, what it says of a table, and what must not change it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptureTable } from '../../core/estimate/capture.ts'
import { type DgaSettings, dga } from './dga.ts'
import { THREE, tableOf } from './estimate.fixture.ts'
import { decomposableGraphs, graphText } from './graphs.ts'
import { keepLists, withoutEmptyLists } from './overlaps.ts'
import { mix, summarise } from './posterior.ts'
import { type World, worldOf } from './simulated.fixture.ts'

const usual = (table: CaptureTable, more: Partial<DgaSettings> = {}): DgaSettings => ({
  ...{ delta: 2 ** -table.lists.length, prior: { kind: 'inverse' }, grid: null, saturated: true },
  ...more,
})
const said = (table: CaptureTable, more: Partial<DgaSettings> = {}) =>
  summarise(dga(table, usual(table, more)).posterior, 0.95)

describe('decomposable graphs', () => {
  it.each([
    [2, 2],
    [3, 8],
    [4, 61],
    [5, 822],
  ])('on %d lists there are %d', (lists, n) => {
    expect(decomposableGraphs(lists)).toHaveLength(n)
  })

  it('leave out the ring of four, and count a separator once for each time it separates', () => {
    const texts = decomposableGraphs(4).map((one) => graphText(one, ['a', 'b', 'c', 'd']))
    expect(texts).not.toContain('[ab][ad][bc][cd]')
    const star = decomposableGraphs(4).find((one) => graphText(one, ['a', 'b', 'c', 'd']) === '[ab][ac][ad]')
    expect(star?.separators).toEqual([1, 1])
  })
})

describe('a table of three lists', () => {
  it('gives what an independent program gives', () => {
    const told = dga(THREE, usual(THREE, { grid: [0, 2000] }))
    const summary = summarise(told.posterior, 0.95)
    expect(summary).toMatchObject({ median: 285, mode: 278, interval: [234, 368] })
    expect(summary.mean).toBeCloseTo(289.5272515724908, 6)
    expect(summary.relative).toBeCloseTo(281.9559318066785, 6)
    expect(told.graphs[0]?.graph).toBe('[a][b][c]')
    expect(told.graphs[0]?.probability).toBeCloseTo(0.8254595495380166, 9)
  })

  it('gives the same under a Poisson-gamma prior', () => {
    const told = said(THREE, { delta: 1, grid: [1, 600], prior: { kind: 'gamma', a: 4, b: 100 } })
    expect(told).toMatchObject({ median: 267, mode: 262, interval: [203, 341] })
    expect(told.mean).toBeCloseTo(268.7771808941014, 6)
  })

  it('is tried on ever larger numbers until the belief has ended', () => {
    const sparse = tableOf(['a', 'b', 'c'], { '100': 40, '010': 30, '001': 50, '110': 1, '101': 1, '011': 1 })
    const { grid, edge } = dga(sparse, usual(sparse))
    expect(grid[1]).toBeGreaterThan(5 * 123)
    expect(edge).toBeLessThan(0.001)
  })
})

/** Tables of three lists in which every two share somebody. */
const tables = fc
  .tuple(...Array.from({ length: 7 }, () => fc.integer({ min: 3, max: 40 })))
  .map((counts): CaptureTable => ({ kind: 'histories', lists: ['a', 'b', 'c'], counts: [0, ...counts] }))

describe('whatever the table', () => {
  it('the order of its lists changes nothing', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const turned = keepLists(
          { ...table, counts: table.counts.map((_, at) => table.counts[swap(at)] ?? 0) },
          [0, 1, 2],
        )
        const [one, other] = [said(table), said(turned)]
        expect(other.mean).toBeCloseTo(one.mean, 6)
        expect([other.median, other.interval]).toEqual([one.median, one.interval])
      }),
      { numRuns: 15 },
    )
  })

  it('a list that has nobody changes nothing', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const more = {
          ...table,
          lists: [...table.lists, 'empty'],
          counts: [...table.counts, ...Array(8).fill(0)],
        }
        expect(withoutEmptyLists(more)).toEqual(table)
      }),
      { numRuns: 15 },
    )
  })

  /** Of lists that know nothing of each other: of 1,000 such worlds in 997; in three the weight tips from one graph to another, by a thousandth. */
  it('somebody on two lists, taken for two people, makes the number larger, or less than a hundredth smaller', () => {
    const apart: World = { name: 'apart', people: 300, kinds: [{ share: 1, chances: [0.35, 0.3, 0.4] }] }
    const ratios = Array.from({ length: 40 }, (_, seed) => {
      const table = worldOf(apart, seed + 1)
      const split = table.counts.map((one, at) => (at === 3 ? one - 1 : at === 1 || at === 2 ? one + 1 : one))
      return said({ ...table, counts: split }).mean / said(table).mean
    })
    expect(Math.min(...ratios)).toBeGreaterThan(0.99)
    expect(ratios.filter((one) => one > 1).length).toBeGreaterThanOrEqual(39)
  })
})

/** Lists 0 and 2 in each other's place. */
const swap = (history: number): number => (history & 2) | ((history & 1) << 2) | ((history >> 2) & 1)

it('several tables weigh the same, and their mixture lies between them', () => {
  const other = tableOf(['a', 'b', 'c'], {
    '100': 44,
    '010': 34,
    '001': 55,
    '110': 6,
    '101': 10,
    '011': 5,
    '111': 4,
  })
  const [one, two] = [THREE, other].map((table) => dga(table, usual(table)).posterior)
  if (!one || !two) throw new Error('no posterior')
  const [a, b, both] = [one, two, mix([one, two])].map((each) => summarise(each, 0.95))
  expect(both?.mean).toBeCloseTo(((a?.mean ?? 0) + (b?.mean ?? 0)) / 2, 6)
  expect((both?.interval[1] ?? 0) - (both?.interval[0] ?? 0)).toBeGreaterThan(
    (a?.interval[1] ?? 0) - (a?.interval[0] ?? 0),
  )
})
