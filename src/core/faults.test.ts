import { expect, it } from 'vitest'
import { expected, refuse } from './faults.ts'

const failed = (code: string): Error => Object.assign(new Error('it failed'), { code })

it.each([
  ['what was refused', refuse('usage'), 'usage'],
  ['a database without room', failed('53100'), 'store.full'],
  ['a disk without room', failed('ENOSPC'), 'store.full'],
  ['a key that is there twice', failed('23505'), undefined],
  ['anything else', new TypeError('x'), undefined],
  ['no error at all', 'text', undefined],
])('%s', (_what, error, code) => {
  expect(expected(error)?.code).toBe(code)
})
