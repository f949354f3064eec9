import { expect, it } from 'vitest'
import { whoOpens } from './who-opens.ts'

const made = (recipients: number | null) => ({
  ...{ at: '2026-11-26T02:00:00.000Z', folder: '/b', problem: null, number: 1, recipients },
})
const [NOTHING, BOTH] = [
  { isLone: false, isOpen: false, isAllHere: false },
  { set: 2, abroad: 1 },
]

it.each([
  ['two keys are set, one of them abroad', BOTH, made(2), {}],
  ['none was made yet', BOTH, null, {}],
  ['one key alone is set', { set: 1, abroad: 1 }, null, { isLone: true }],
  ['two keys are set, and the last was sealed to one by hand', BOTH, made(1), { isLone: true }],
  ['nothing is set, and the last was sealed to one', { set: 0, abroad: 0 }, made(1), { isLone: true }],
  ['the last lies open', BOTH, made(0), { isOpen: true }],
  ['nobody said of a key that it is abroad', { set: 2, abroad: 0 }, made(2), { isAllHere: true }],
  ['nothing is set and nothing was made', { set: 0, abroad: 0 }, null, {}],
  ['the last failed, so that nothing is known of its keys', BOTH, made(null), {}],
] as const)('where %s', (_what, openers, last, said) => {
  expect(whoOpens(openers, last)).toEqual({ ...NOTHING, ...said })
})

it('says nothing of a backup that was noted before keys were counted', () => {
  const { recipients: _, ...older } = made(1)
  expect(whoOpens(BOTH, older)).toEqual(NOTHING)
})
