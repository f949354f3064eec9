/** Capture histories: who is one, who may be, and which lists there are. */
import { describe, expect, it } from 'vitest'
import { capturesOf, type Sighting } from './captures.ts'

const name = (list: readonly string[]): string => (list.length === 1 ? (list[0] ?? '') : 'others')

/** `who('x', 'abc')`: the collector x told of a, b and c. */
const who = (collector: string, units: string): readonly Sighting[] =>
  [...units].map((unit) => ({ unit, collector }))

describe('capture histories', () => {
  it('count everybody once, however often a collector tells of them', () => {
    const told = capturesOf([...who('x', 'abcdea'), ...who('y', 'adefgh')], [], name)
    expect(told?.tables).toEqual([{ kind: 'histories', lists: ['y', 'x'], counts: [0, 3, 2, 3] }])
  })
  it('of whom nobody knows whether they are one are drawn both ways, the same each time', () => {
    const draw = () => capturesOf([...who('x', 'abcde'), ...who('y', 'bcdef')], [['a', 'f']], name)
    const totals = (draw()?.tables ?? []).map((one) => one.counts.reduce((sum, n) => sum + n, 0))
    expect(totals).toHaveLength(20)
    expect(new Set(totals)).toEqual(new Set([5, 6]))
    expect(draw()).toEqual(draw())
  })
  it('of many collectors keep the largest, and join the rest without losing anybody', () => {
    const all = 'abcdefghijkl'
    const many = [...'pqrstuv'].flatMap((one, at) => who(one, all.slice(at, 12)))
    const told = capturesOf(many, [], name)
    expect(told?.lists.map((one) => one.collectors)).toEqual([['p'], ['q'], ['r'], ['s'], ['t', 'u', 'v']])
    expect(told?.tables[0].counts.reduce((sum, n) => sum + n, 0)).toBe(12)
    expect(told?.tables[0].lists.at(-1)).toBe('others')
  })
  it('leave out who has hardly anybody, and say so', () => {
    const told = capturesOf([...who('x', 'abcde'), ...who('y', 'bcdef'), ...who('z', 'q')], [], name)
    expect([told?.small, told?.lists.length, told?.tables[0].counts]).toEqual([['z'], 2, [0, 1, 1, 4]])
  })
  it('of nobody are none', () => {
    expect(capturesOf([], [], name)).toBeNull()
  })
})
