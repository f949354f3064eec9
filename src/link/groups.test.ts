/** Pairs become groups; a chain whose ends have nothing in common is cut, a group whose doubts are few is kept. */
import { describe, expect, it } from 'vitest'
import { components, guardedGroups } from './groups.ts'
import { leastDoubt } from './through-others.ts'

const LEAST = Math.log2(9)
const PRIOR = -2
type Pair = readonly [number, number, number]
const columns = (pairs: readonly Pair[]) => ({
  left: pairs.map(([a]) => a),
  right: pairs.map(([, b]) => b),
  weight: pairs.map(([, , w]) => w),
})
const groupsOf = (records: number, pairs: readonly Pair[]): { groups: string; refused: number } => {
  const list = columns(pairs)
  const { label, refused } = guardedGroups(records, components(records, list, LEAST), list, LEAST, PRIOR)
  const groups = new Map<number, number[]>()
  label.forEach((own, record) => {
    groups.set(own, [...(groups.get(own) ?? []), record])
  })
  return { groups: [...groups.values()].map((one) => one.join('')).join(' '), refused }
}

describe('groups of records', () => {
  it.each<readonly [string, number, readonly Pair[], string, number]>([
    ['nobody is like anybody', 3, [[0, 1, -5]], '0 1 2', 0],
    ['two are one', 3, [[0, 1, 9]], '01 2', 0],
    [
      'a chain nobody speaks against',
      3,
      [
        [0, 1, 9],
        [1, 2, 8],
      ],
      '012',
      0,
    ],
    [
      'a chain whose ends differ wholly is cut at its weaker join',
      3,
      [
        [0, 1, 9],
        [1, 2, 5],
        [0, 2, -20],
      ],
      '01 2',
      1,
    ],
    [
      'one doubt among friends',
      4,
      [
        [0, 1, 9],
        [0, 2, 9],
        [1, 2, 9],
        [0, 3, 9],
        [1, 3, 9],
        [2, 3, -4],
      ],
      '0123',
      0,
    ],
    [
      'two families over one bridge',
      6,
      [
        [0, 1, 12],
        [0, 2, 12],
        [1, 2, 12],
        [3, 4, 12],
        [3, 5, 12],
        [4, 5, 12],
        [2, 3, 6],
        [0, 3, -9],
        [1, 4, -9],
      ],
      '012 345',
      1,
    ],
  ])('%s', (_, records, pairs, groups, refused) => {
    expect(groupsOf(records, pairs)).toEqual({ groups, refused })
  })

  it('is the same whatever the order of pairs that weigh differently', () => {
    const pairs: readonly Pair[] = [
      [0, 1, 9],
      [1, 2, 5],
      [0, 2, -20],
      [3, 4, 7],
    ]
    expect(groupsOf(5, [...pairs].reverse())).toEqual(groupsOf(5, pairs))
  })
})

it('believes a pair at least as far as the surest way through others', () => {
  const doubt = [
    [0, 0.02, 0.9],
    [0.02, 0, 0.03],
    [0.9, 0.03, 0],
  ].map((row) => Float64Array.from(row))
  leastDoubt(doubt)
  expect(doubt[0]?.[2]).toBeCloseTo(0.05)
  expect(doubt[0]?.[1]).toBeCloseTo(0.02)
})
