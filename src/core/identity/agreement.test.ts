/** Agreement beyond chance, against the worked examples of Krippendorff 2011. */
import { describe, expect, it } from 'vitest'
import { agreementOf } from './agreement.ts'

const both = (a: string, b: string): (readonly [string, string])[] =>
  [...a].map((one, at) => [one, b[at] ?? ''] as const)

describe('agreement of two judges', () => {
  it.each([
    ['two words, ten things', both('0100000010', '1110010000'), 6, 0.095],
    ['five words, twelve things', both('aabbdcccedda', 'babbbccceddd'), 9, 0.692],
    ['all agree', both('ssdd', 'ssdd'), 4, 1],
  ])('%s', (_, judged, agreed, alpha) => {
    const found = agreementOf(judged)
    expect([found.n, found.agreed]).toEqual([judged.length, agreed])
    expect(found.alpha).toBeCloseTo(alpha, 3)
  })
  it('is not told where only one word was ever said, nor where nothing was', () => {
    expect([agreementOf(both('ss', 'ss')), agreementOf([])]).toEqual([
      { n: 2, agreed: 2, alpha: null },
      { n: 0, agreed: 0, alpha: null },
    ])
  })
})
