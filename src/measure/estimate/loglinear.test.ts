/** Log-linear models: closed forms they must meet, models that have no answer, intervals, and bounds. */
import { describe, expect, it } from 'vitest'
import { chao } from './chao.ts'
import { chapman } from './chapman.ts'
import { THREE, tableOf } from './estimate.fixture.ts'
import { fitModel, HETEROGENEITY, INDEPENDENCE, pairwiseModels } from './loglinear.ts'
import { logNormalInterval, mixtureQuantile, normalQuantile } from './lognormal.ts'
import { standingOf } from './poisson.ts'
import { profileInterval } from './profile.ts'

const CHI = normalQuantile(0.975) ** 2
/** Seber 1982, p. 107. */
const TWO = tableOf(['first', 'second'], { '10': 948 - 167, '01': 421 - 167, '11': 167 })

describe('two lists', () => {
  it('are Chapman’s 2,382.8 with an error of 129.1, and Lincoln and Petersen’s 2,389.9', () => {
    const { total, error, uncorrected } = chapman(TWO, [0, 1])
    expect(total).toBeCloseTo(2382.8, 1)
    expect(error).toBeCloseTo(129.1, 1)
    expect(uncorrected).toBeCloseTo(2389.9, 1)
  })
  it('fit independence as Lincoln and Petersen', () => {
    expect(fitModel(TWO, INDEPENDENCE).total).toBeCloseTo((948 * 421) / 167, 6)
  })
})

describe('three lists', () => {
  it('with all pairs meet the closed form', () => {
    const { counts } = THREE
    const at = (history: number): number => counts[history] ?? 0
    const unseen = (at(1) * at(2) * at(4) * at(7)) / (at(3) * at(5) * at(6))
    const { total, deviance, freedom } = fitModel(THREE, { ...INDEPENDENCE, pairs: [3, 5, 6] })
    expect(total).toBeCloseTo(156 + unseen, 5)
    expect(deviance).toBeCloseTo(0, 6)
    expect(freedom).toBe(0)
  })
  it('have an interval on whose ends the likelihood has fallen, around the estimate and above the seen', () => {
    const { total } = fitModel(THREE, INDEPENDENCE)
    const [low, high] = profileInterval(THREE, INDEPENDENCE, total ?? 0, CHI)
    expect([low > 156, low < (total ?? 0), (high ?? 0) > (total ?? 0)]).toEqual([true, true, true])
    expect((high ?? 0) - (total ?? 0)).toBeGreaterThan((total ?? 0) - low)
  })
  it('are chosen among by what the data pay for a pair', () => {
    const pulled = tableOf(['a', 'b', 'c'], {
      '100': 60,
      '010': 50,
      '001': 90,
      '110': 80,
      '101': 20,
      '011': 18,
      '111': 24,
    })
    expect(pairwiseModels(pulled, 'bic')[0]?.model.pairs).toEqual([3])
    expect(pairwiseModels(THREE, 'bic')[0]?.model.pairs).toEqual([])
  })
})

describe('models without an answer', () => {
  const gone = tableOf(['a', 'b', 'c'], { '100': 27, '010': 37, '001': 19, '101': 4, '011': 1, '111': 0 })
  it('are told apart before anything is fitted', () => {
    expect(fitModel(gone, { ...INDEPENDENCE, pairs: [3, 5, 6] }).standing).toBe('not-identifiable')
    const corner = tableOf(['a', 'b', 'c'], { '100': 20, '010': 20, '001': 20, '110': 5, '101': 5, '011': 5 })
    expect(fitModel(corner, { ...INDEPENDENCE, pairs: [3, 5, 6] }).standing).toBe('no-estimate')
    expect(fitModel(corner, INDEPENDENCE).standing).toBe('fits')
  })
  it.each([
    [
      'cells that a direction only lowers',
      [
        [1, 0],
        [1, 1],
      ],
      [5, 0],
      'no-estimate',
    ],
    [
      'an empty cell that others hold',
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [5, 0, 3],
      'fits',
    ],
    [
      'two columns that are one',
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [5, 4, 3],
      'not-identifiable',
    ],
    [
      'two empty cells that pull against each other',
      [
        [1, 0, 0],
        [1, 1, -1],
        [1, -1, 1],
        [1, 0, 1],
      ],
      [5, 0, 0, 2],
      'fits',
    ],
  ] as const)('%s', (_, x, y, standing) => {
    expect(standingOf(x, y)).toBe(standing)
  })
})

it('people who differ are a column of how often they were seen, which is nothing for never', () => {
  for (const column of Object.values(HETEROGENEITY)) expect(column(0)).toBe(0)
})

describe('Chao’s bound', () => {
  const ill = { kind: 'frequencies', counts: [0, 1645, 183, 37, 13, 1, 1] } as const
  it('of 1,645 seen once and 183 twice among 1,880 is 9,273.5, corrected 9,228.9', () => {
    expect(chao(ill, 'formula').total).toBeCloseTo(9273.5, 1)
    expect(chao(ill, 'corrected').total).toBeCloseTo(9228.9, 1)
  })
  it('of lists meets independence where lists are independent, and the plain formula lies above it', () => {
    const lists = tableOf(['a', 'b', 'c'], {
      '100': 180,
      '010': 80,
      '001': 480,
      '110': 20,
      '101': 120,
      '011': 53,
    })
    const independent = fitModel(lists, INDEPENDENCE).total ?? 0
    expect(chao(lists, 'Mth').total ?? 0).toBeGreaterThan(independent * 0.9)
    expect(chao(lists, 'formula').total ?? 0).toBeGreaterThan(chao(lists, 'Mth').total ?? 0)
  })
})

describe('intervals of several tables', () => {
  it('of one table are its own', () => {
    const own = logNormalInterval(100, 50, 20, 0.95)
    const one = [{ seen: 100, unseen: 50, error: 20 }]
    expect(mixtureQuantile(one, 0.025)).toBeCloseTo(own[0], 4)
    expect(mixtureQuantile(one, 0.975)).toBeCloseTo(own[1], 4)
  })
  it('reach over those of each', () => {
    const two = [
      { seen: 100, unseen: 50, error: 20 },
      { seen: 90, unseen: 120, error: 30 },
    ]
    expect(mixtureQuantile(two, 0.975)).toBeLessThan(logNormalInterval(90, 120, 30, 0.95)[1])
    expect(mixtureQuantile(two, 0.975)).toBeGreaterThan(logNormalInterval(100, 50, 20, 0.95)[1])
  })
})
