/** Pairs and groups: what stands is what the standing judgements say, in whatever order they came and whatever was taken back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictions, groupsOf } from './groups.ts'
import { judgedOne } from './judged-one.ts'
import { judgedTwice, keyOf, ordered, type PairVerdict, type SaidOfPair, standingPairs } from './pairs.ts'

const say = (
  left: string,
  right: string,
  verdict: PairVerdict,
  more: Partial<SaidOfPair> = {},
): SaidOfPair => ({
  left,
  right,
  verdict,
  by: 'lena',
  at: '2026-11-01T09:00:00.000Z',
  why: '',
  blind: false,
  ...more,
})
const blind = { blind: true, by: 'marat' }

const anything = fc.array(
  fc
    .record({
      ends: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2, maxLength: 2 }),
      verdict: fc.constantFrom<PairVerdict>(
        'same',
        'same',
        'different',
        'unsure',
        'none',
        'cleared',
        'cleared',
      ),
      by: fc.constantFrom('lena', 'marat', 'bota'),
      blind: fc.boolean(),
    })
    .map(({ ends: [x = 'a', y = 'b'], verdict, ...rest }) => {
      const [left, right] = ordered(x, y)
      return say(left, right, verdict, {
        ...rest,
        blind: rest.blind && !['none', 'cleared'].includes(verdict),
      })
    }),
  { maxLength: 40 },
)
const viewOf = (said: readonly SaidOfPair[]) => {
  const { judged, merged, contradictions: torn } = judgedOne(said)
  return { judged, merged, torn: torn.map((one) => one.different.left + one.different.right).sort() }
}

describe('any sequence of judgements and withdrawals', () => {
  it('gives the view that the standing judgements alone give', () => {
    fc.assert(
      fc.property(anything, (said) => {
        const alone = [...standingPairs(said).values()].flatMap(({ left, right, first, second, cleared }) => [
          say(left, right, first.verdict, { by: first.by }),
          ...(second ? [second] : []),
          ...(cleared ? [cleared] : []),
        ])
        expect(viewOf(alone)).toEqual(viewOf(said))
      }),
    )
  })

  it('is undone by taking it back: what was there before is there again', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const pairs = new Set(after.map((one) => keyOf(one.left, one.right)))
        const apart = before.filter((one) => !pairs.has(keyOf(one.left, one.right)))
        const back = [...pairs].map((key) => say(key.split(' ')[0] ?? '', key.split(' ')[1] ?? '', 'none'))
        expect(viewOf([...apart, ...after, ...back])).toEqual(viewOf(apart))
      }),
    )
  })

  it('merges no pair that was judged different, at whatever remove, and nothing that nobody cleared', () => {
    fc.assert(
      fc.property(anything, (said) => {
        const { merged, pairs } = judgedOne(said)
        for (const group of merged)
          for (const a of group) {
            expect(group.some((b) => pairs.get(keyOf(a, b))?.cleared)).toBe(true)
            for (const b of group) expect(pairs.get(keyOf(a, b))?.verdict).not.toBe('different')
          }
      }),
    )
  })
})

describe('what stands of a pair', () => {
  const of = (...said: readonly SaidOfPair[]) => standingPairs(said).get('a b')
  it.each([
    ['same, then different', [say('a', 'b', 'same'), say('a', 'b', 'different')], 'different'],
    ['same, and a blind second agrees', [say('a', 'b', 'same'), say('a', 'b', 'same', blind)], 'same'],
    [
      'same, and a blind second does not',
      [say('a', 'b', 'same'), say('a', 'b', 'different', blind)],
      'unsure',
    ],
    [
      'the same, settled by somebody who saw both',
      [say('a', 'b', 'same'), say('a', 'b', 'different', blind), say('a', 'b', 'same', { by: 'bota' })],
      'same',
    ],
    [
      'a second look of whoever looked first',
      [say('a', 'b', 'same'), say('a', 'b', 'different', { blind: true })],
      'same',
    ],
    ['same, taken back', [say('a', 'b', 'same'), say('a', 'b', 'none')], undefined],
    ['a clearance of nothing', [say('a', 'b', 'cleared')], undefined],
  ] as const)('%s', (_, said, verdict) => expect(of(...said)?.verdict).toBe(verdict))

  it('a clearance ends with the judgement, and does not come back with another', () => {
    const cleared = [say('a', 'b', 'same'), say('a', 'b', 'cleared', { by: 'bota' })]
    expect(of(...cleared)?.cleared?.by).toBe('bota')
    expect(of(...cleared, say('a', 'b', 'unsure', blind))?.cleared).toBeNull()
    expect(of(...cleared, say('a', 'b', 'none'), say('a', 'b', 'same'))?.cleared).toBeNull()
  })

  it('agreement is counted from blind judgements alone', () => {
    const said = [
      say('a', 'b', 'same'),
      say('a', 'b', 'same', blind),
      say('a', 'c', 'same'),
      say('a', 'c', 'unsure'),
    ]
    expect(judgedTwice(said)).toEqual([['same', 'same']])
  })
})

describe('a contradiction', () => {
  const edge = (left: string, right: string) => ({ left, right, said: `${left}${right}` })
  it('is found at any remove, with the judgements that make it', () => {
    const found = contradictions(
      [edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('x', 'y')],
      [edge('a', 'd'), edge('a', 'x')],
    )
    expect(found.map((one) => [one.different.said, one.path.map((step) => step.said)])).toEqual([
      ['ad', ['ab', 'bc', 'cd']],
    ])
  })
  it('takes its whole group apart, and leaves others alone', () => {
    const said = [
      ...['a b', 'b c', 'x y'].flatMap((pair) => {
        const [left = '', right = ''] = pair.split(' ')
        return [say(left, right, 'same'), say(left, right, 'cleared', { by: 'bota' })]
      }),
    ]
    expect(judgedOne(said).merged).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ])
    const torn = judgedOne([...said, say('a', 'c', 'different')])
    expect([torn.merged, torn.contradictions.length]).toEqual([[['x', 'y']], 1])
    // What is held back stays held back in all of them, whatever is wrong with the judgements.
    expect(torn.judged).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ])
  })
  it('groups come out the same from judgements in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([edge('a', 'b'), edge('c', 'b'), edge('d', 'e'), edge('e', 'f')], {
          minLength: 4,
        }),
        (edges) => {
          expect(groupsOf(edges)).toEqual([
            ['a', 'b', 'c'],
            ['d', 'e', 'f'],
          ])
        },
      ),
    )
  })
})
