/** Capture histories: who is one, who may be, and which lists there are. */
import { describe, expect, it } from 'vitest'
import { capturesOf, type Sighting } from './captures.ts'

const seen = (text: string): readonly Sighting[] =>
  text.split(' ').map((one) => {
    const [unit = '', collector = ''] = one.split('@')
    return { unit, collector }
  })
const name = (list: readonly string[]): string => (list.length === 1 ? (list[0] ?? '') : 'others')

describe('capture histories', () => {
  it('count everybody once, however often a collector tells of them', () => {
    const told = capturesOf(seen('a@x a@x a@y b@x c@y'), [], name)
    expect(told?.tables).toEqual([{ kind: 'histories', lists: ['x', 'y'], counts: [0, 1, 1, 1] }])
  })
  it('of whom nobody knows whether they are one are drawn both ways, the same each time', () => {
    const draw = () => capturesOf(seen('a@x b@y c@x c@y'), [['a', 'b']], name)
    const totals = (draw()?.tables ?? []).map((one) => one.counts.reduce((sum, n) => sum + n, 0))
    expect(totals).toHaveLength(20)
    expect(new Set(totals)).toEqual(new Set([2, 3]))
    expect(draw()).toEqual(draw())
  })
  it('of many collectors keep the largest, and join the rest without losing anybody', () => {
    const many = 'abcdefgh'.split('').flatMap((unit, at) =>
      'pqrstuv'
        .slice(0, 7 - at)
        .split('')
        .map((one) => `${unit}@${one}`),
    )
    const told = capturesOf(seen(many.join(' ')), [], name)
    expect(told?.lists.map((one) => one.collectors)).toEqual([['p'], ['q'], ['r'], ['s'], ['t', 'u', 'v']])
    expect(told?.tables[0].counts.reduce((sum, n) => sum + n, 0)).toBe(7)
    expect(told?.tables[0].lists.at(-1)).toBe('others')
  })
  it('of nobody are none', () => {
    expect(capturesOf([], [], name)).toBeNull()
  })
})
