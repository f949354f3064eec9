/** What may be reported and what is refused, with its reason; and how often intervals hold a number that is known. */
import { describe, expect, it } from 'vitest'
import type { CaptureTable, Draws, SightingTable } from '../../core/estimate/capture.ts'
import { METHODS } from '../../core/estimate/result.ts'
import { dga } from './dga.ts'
import { rulesOfCodebook, THREE, tableOf } from './estimate.fixture.ts'
import { estimate, USUAL_METHODS } from './estimate.ts'
import { peopleDiffer } from './people-differ.ts'
import { peopleMayDiffer } from './people-may-differ.ts'
import { summarise } from './posterior.ts'
import { DEFAULT_SETTINGS, type EstimateSettings, parseSettings } from './settings.ts'
import { type World, worldOf } from './simulated.fixture.ts'

const rules = rulesOfCodebook()
const said = (
  table: SightingTable,
  more: Partial<EstimateSettings> = {},
  others: readonly CaptureTable[] = [],
) =>
  estimate([table, ...others] as Draws<SightingTable>, USUAL_METHODS, { ...DEFAULT_SETTINGS, ...more }, rules)
const reasonsOf = ({ refused }: ReturnType<typeof said>, method: string): readonly string[] => [
  ...new Set(
    refused.filter((one) => one.method === method).map((one) => one.reason.replace(/^estimate\.|@1$/g, '')),
  ),
]
const FOUR: World = { name: 'alike', people: 500, kinds: [{ share: 1, chances: [0.3, 0.25, 0.35, 0.2] }] }

describe('a table with overlaps enough', () => {
  const told = said(worldOf(FOUR, 7))
  it('is reported by the graphs, with the doubt of linkage as a warning beside it', () => {
    expect(told.estimators.find((one) => one.method === 'dga')?.reportable).toBe(true)
    expect(reasonsOf(told, 'dga')).toEqual([])
    expect(told.refused.filter((one) => one.method === 'all')).toMatchObject([
      { reason: 'estimate.linkage-not-carried@1', severity: 'warning' },
    ])
  })
  it('has every method answer, and every pair of lists by Chapman, none of which is reported', () => {
    expect([...new Set(told.estimators.map((one) => one.method))]).toEqual([...USUAL_METHODS])
    const pairs = told.estimators.filter((one) => one.method === 'chapman')
    expect([
      pairs.length,
      pairs.some((one) => one.reportable),
      pairs.every((one) => one.estimate !== null),
    ]).toEqual([6, false, true])
  })
  it('tells overlaps, shares, models, each list left out, and what the prior does', () => {
    const { overlap, lists, models, leaveOneOut, sensitivity, grid } = told.diagnostics
    expect(overlap.map((row, at) => row[at])).toEqual(lists.map((one) => one.n))
    expect(models.map((one) => one.method)).toEqual(expect.arrayContaining(['dga', 'loglinear']))
    expect(leaveOneOut.map((one) => one.without)).toEqual(lists.map((one) => one.list))
    expect(sensitivity.map((one) => one.delta)).toEqual([1 / 32, 1 / 16, 1 / 8])
    expect(grid?.edge).toBeLessThan(0.001)
  })
  it('of several draws carries the doubt of linkage', () => {
    const two = said(worldOf(FOUR, 7), {}, [worldOf(FOUR, 8)])
    expect([two.diagnostics.draws, reasonsOf(two, 'all')]).toEqual([2, []])
  })
})

const HEAVY = tableOf(['a', 'b', 'c', 'd'], {
  ...{ '1000': 300, '0100': 260, '0010': 280, '0001': 200, '1100': 30, '1010': 12, '1001': 9 },
  ...{ '0110': 11, '0101': 8, '0011': 30, '1111': 1 },
})
describe('is refused', () => {
  it.each([
    ['two lists, as a bound', tableOf(['a', 'b'], { '10': 90, '01': 80, '11': 40 }), {}, 'dga', 'two-lists'],
    [
      'two lists, as a bound',
      tableOf(['a', 'b'], { '10': 90, '01': 80, '11': 40 }),
      {},
      'chapman',
      'two-lists',
    ],
    [
      'lists that share nobody',
      tableOf(['a', 'b', 'c'], { '100': 27, '010': 37, '001': 19, '101': 4, '011': 1 }),
      {},
      'dga',
      'overlap-zero',
    ],
    [
      'lists that share hardly anybody',
      tableOf(['a', 'b', 'c'], { '100': 27, '010': 37, '001': 19, '101': 4, '011': 1 }),
      {},
      'dga',
      'overlap-few',
    ],
    [
      'what a table cannot tell',
      tableOf(['a', 'b', 'c'], { '100': 27, '010': 37, '001': 19, '101': 4, '011': 1 }),
      {},
      'loglinear',
      'not-identifiable',
    ],
    ['an answer that the prior gave', HEAVY, { delta: 1 }, 'dga', 'prior-decides'],
    ['an answer of the graph that fits anything', HEAVY, { delta: 1 }, 'dga', 'saturated'],
    ['a grid that ends too soon', THREE, { grid: [0, 120] as const }, 'dga', 'grid-edge'],
    [
      'independence of lists that depend',
      tableOf(['a', 'b', 'c'], {
        '100': 60,
        '010': 50,
        '001': 90,
        '110': 80,
        '101': 20,
        '011': 18,
        '111': 24,
      }),
      {},
      'loglinear-independence',
      'independence-refuted',
    ],
    [
      'an interval that says nothing',
      tableOf(['a', 'b', 'c'], {
        '100': 400,
        '010': 400,
        '001': 400,
        '110': 6,
        '101': 6,
        '011': 6,
        '111': 1,
      }),
      {},
      'loglinear-independence',
      'too-wide',
    ],
    ['a plain bound of few lists', THREE, {}, 'chao', 'equal-chances'],
    [
      'a bound of nobody seen twice',
      { kind: 'frequencies', counts: [0, 40] } as const,
      {},
      'chao',
      'nobody-twice',
    ],
    [
      'a method of lists where there are none',
      { kind: 'frequencies', counts: [0, 40, 9] } as const,
      {},
      'dga',
      'needs-lists',
    ],
  ] as const)('%s', (_, table, more, method, reason) => {
    const told = said(table, more)
    expect(reasonsOf(told, method)).toContain(reason)
    expect(
      told.estimators
        .filter((one) => one.method === method)
        .every((one) => !one.reportable || one.method === 'chao'),
    ).toBe(true)
  })

  it('seven lists by the graphs, while others answer', () => {
    const seven = worldOf(
      { name: 'seven', people: 300, kinds: [{ share: 1, chances: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3] }] },
      1,
    )
    const told = estimate([seven], ['dga', 'chao'], DEFAULT_SETTINGS, rules)
    expect(reasonsOf(told, 'dga')).toEqual(['too-many-lists'])
    expect(told.estimators.find((one) => one.method === 'chao')?.estimate).toBeGreaterThan(200)
  })

  it('every reason that is given has its words in three languages', () => {
    const told = said(HEAVY, { delta: 1 })
    for (const { reason } of told.refused)
      expect(Object.values(rules.refusals.get(reason)?.reason ?? {}).filter((one) => one === null)).toEqual(
        [],
      )
    expect([...rules.methods.keys()].sort()).toEqual([...METHODS, 'loglinear-darroch'].sort())
  })
})

it('latent classes give the same from the same seed, and refuse when two chains part', () => {
  const { settings } = parseSettings(['burn-in=300', 'sweeps=1500', 'seed=3'])
  const run = () => estimate([worldOf(FOUR, 7)], ['lcmcr'], settings, rules)
  expect(run()).toEqual(run())
  expect(run().estimators[0]?.estimate).toBeGreaterThan(400)
  const torn = estimate(
    [tableOf(['a', 'b', 'c'], { '100': 400, '010': 400, '001': 400, '110': 1, '011': 1 })],
    ['lcmcr'],
    { ...settings, lcmcr: { ...settings.lcmcr, sweeps: 150, burnIn: 50, thin: 1 } },
    rules,
  )
  expect(reasonsOf(torn, 'lcmcr')).toContain('chains-apart')
})

describe('in worlds of a known number of people', () => {
  const worlds: readonly World[] = [
    { ...FOUR, people: 300, kinds: [{ share: 1, chances: [0.35, 0.3, 0.4] }] },
    {
      ...FOUR,
      people: 300,
      kinds: [{ share: 1, chances: [0.35, 0.3, 0.4] }],
      pulls: [{ from: 0, to: 1, odds: 4 }],
    },
  ]
  it.each(worlds)('the interval of the graphs holds it about as often as it says', (world) => {
    const runs = 60
    let held = 0
    for (let seed = 1; seed <= runs; seed += 1) {
      const table = worldOf(world, seed)
      const settings = { delta: 1 / 8, prior: { kind: 'inverse' }, grid: null, saturated: true } as const
      const [low, high] = summarise(dga(table, settings).posterior, 0.95).interval
      if (low <= world.people && high >= world.people) held += 1
    }
    expect(held / runs).toBeGreaterThan(0.87)
  })

  it('people of whom some are seen far more readily make it too small, and that is refused', () => {
    const apart: World = {
      ...FOUR,
      people: 2000,
      kinds: [
        { share: 0.4, chances: [0.55, 0.5, 0.6, 0.4] },
        { share: 0.6, chances: [0.2, 0.15, 0.25, 0.15] },
      ],
    }
    const told = said(worldOf(apart, 5))
    const graphs = told.estimators.find((one) => one.method === 'dga')
    expect([graphs?.reportable, (graphs?.interval?.[1] ?? 0) < 2000]).toEqual([false, true])
    expect(reasonsOf(told, 'dga')).toContain('people-differ')
  })

  it('are rarely told a wrong number where the table hides how they differ: another model as good says more', () => {
    const strong = {
      ...{ name: 'apart', people: 600 },
      kinds: [
        { share: 0.4, chances: [0.55, 0.5, 0.6, 0.4] },
        { share: 0.6, chances: [0.2, 0.15, 0.25, 0.15] },
      ],
    }
    const settings = { delta: 1 / 16, prior: { kind: 'inverse' }, grid: null, saturated: true } as const
    const runs = Array.from({ length: 60 }, (_, at) => worldOf(strong, at + 1)).map((table) => {
      const { interval } = summarise(dga(table, settings).posterior, 0.95)
      const answer = { method: 'dga', of: null, interval } as const
      return {
        isWrong: interval[1] < 600,
        byFit: peopleDiffer([table], ['dga'], 'bic', rules).length > 0,
        byRange: peopleMayDiffer([table], [answer], 'bic', rules).length > 0,
      }
    })
    const wrong = runs.filter((one) => one.isWrong)
    const told = wrong.filter((one) => !one.byFit && !one.byRange)
    expect(wrong.length).toBeGreaterThan(50)
    expect(wrong.filter((one) => !one.byFit).length).toBeGreaterThan(told.length)
    expect(told.length / runs.length).toBeLessThan(0.2)
  })

  it('are told nothing of people who may differ where no model says more', () => {
    const table = worldOf(FOUR, 3)
    const wide = { method: 'dga', of: null, interval: [0, 1e9] } as const
    expect(peopleMayDiffer([table], [wide], 'bic', rules)).toEqual([])
    const low = { method: 'dga', of: null, interval: [0, 1] } as const
    expect(peopleMayDiffer([table], [{ ...low, method: 'chao' }], 'bic', rules)).toEqual([])
  })
})
