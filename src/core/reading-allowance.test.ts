/** An account is shown so many different things in a day, and no more until the day is over or a colleague lets it. */
import { expect, test } from 'vitest'
import { newReadingAllowance } from './reading-allowance.ts'

const HOUR = 3_600_000
const three = () => {
  const clock = { at: 0 }
  const allowance = newReadingAllowance(3, () => clock.at)
  const ask = (who: string, ...things: string[]) => allowance.ask(who, new Set(things))
  return { clock, allowance, ask }
}

test('the same thing counts once, of each account by itself', () => {
  const { ask, allowance } = three()
  expect(ask('lena', 'a', 'b')).toEqual({ isOver: false, read: 2 })
  expect(ask('lena', 'b', 'c')).toEqual({ isOver: false, read: 3 })
  expect(ask('marat', 'd')).toEqual({ isOver: false, read: 1 })
  expect([...allowance.stopped()]).toEqual([])
})

test('what would be too much is not shown at all; what was read may be read again', () => {
  const { ask, allowance } = three()
  ask('lena', 'a', 'b')
  expect(ask('lena', 'c', 'd')).toEqual({ isOver: true, read: 4 })
  expect(ask('lena', 'c')).toEqual({ isOver: false, read: 3 })
  expect(ask('lena', 'd').isOver).toBe(true)
  expect(ask('lena', 'a', 'b', 'c').isOver).toBe(false)
  expect(ask('lena').isOver).toBe(false)
  expect([...allowance.stopped()]).toEqual(['lena'])
})

test('it begins anew as the day passes, each thing by its own hour; a colleague lets it read on for half a day', () => {
  const { ask, allowance, clock } = three()
  ask('lena', 'a')
  clock.at = 20 * HOUR
  ask('lena', 'b', 'c')
  expect(ask('lena', 'd').isOver).toBe(true)
  clock.at = 25 * HOUR
  expect(ask('lena', 'd')).toEqual({ isOver: false, read: 3 })
  expect(ask('lena', 'e').isOver).toBe(true)
  allowance.letOn('lena')
  expect([...allowance.stopped()]).toEqual([])
  expect(ask('lena', 'e', 'f', 'g', 'h', 'i')).toEqual({ isOver: false, read: 0 })
  clock.at += 12 * HOUR
  expect(ask('lena', 'e', 'f', 'g')).toEqual({ isOver: false, read: 3 })
  expect(ask('lena', 'h').isOver).toBe(true)
})
