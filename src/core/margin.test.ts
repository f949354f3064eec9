import { describe, expect, it, test } from 'vitest'
import { type Margin, nextMargin } from './margin.ts'

const GRID: readonly Margin[] = [
  { low: 0, high: 11 },
  { low: 8, high: 26 },
  { low: 23, high: 51 },
  { low: 48, high: null },
]
const [FIRST, SECOND, THIRD, LAST] = GRID

describe('a margin', () => {
  test.each<[string, Margin | undefined, number, Margin | undefined]>([
    ['is the first range for a year nobody set', undefined, 0, FIRST],
    ['does not move within its range', FIRST, 11, FIRST],
    ['moves up once the count has left it', FIRST, 12, SECOND],
    ['does not move back at its lower edge', SECOND, 8, SECOND],
    ['moves back below it', SECOND, 7, FIRST],
    ['takes the range the count lies deepest in', FIRST, 24, SECOND],
    ['skips ranges', FIRST, 40, THIRD],
    ['has no upper end at the last', THIRD, 5000, LAST],
    ['comes all the way back', LAST, 0, FIRST],
  ])('%s', (_what, standing, hidden, expected) => {
    expect(nextMargin(GRID, standing, hidden)).toEqual(expected)
  })

  it('always holds the count it was set for', () => {
    for (const standing of [undefined, ...GRID])
      for (let hidden = 0; hidden < 120; hidden += 1) {
        const { low, high } = nextMargin(GRID, standing, hidden)
        expect(hidden >= low && hidden <= (high ?? hidden), `${hidden}`).toBe(true)
      }
  })

  it('does not go to and fro with one record', () => {
    for (const standing of GRID)
      for (let hidden = 0; hidden < 120; hidden += 1) {
        const once = nextMargin(GRID, standing, hidden)
        if (once === standing) continue
        for (const after of [hidden - 1, hidden + 1].filter((one) => one >= 0))
          expect(nextMargin(GRID, once, after), `${hidden} then ${after}`).toEqual(once)
      }
  })
})
