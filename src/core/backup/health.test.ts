import { expect, it } from 'vitest'
import { backupHealth, isBackupDue } from './health.ts'

const note = (at: string, problem: string | null = null) => ({ at, folder: '/b', problem, number: 1 })
const daily = { to: '/b', hours: 24 }
const NOW = '2026-11-26T12:00:00.000Z'

it.each([
  ['nobody asked for one', null, { to: '', hours: 24 }, 'none'],
  ['none was made yet', null, daily, 'never'],
  ['it was made in the night', note('2026-11-26T02:00:00.000Z'), daily, 'fresh'],
  ['one was missed', note('2026-11-25T02:00:00.000Z'), daily, 'fresh'],
  ['two were missed', note('2026-11-24T02:00:00.000Z'), daily, 'old'],
  ['the last one failed', note('2026-11-26T02:00:00.000Z', 'backup.folder'), daily, 'failed'],
  [
    'it was made by hand, and none is asked for',
    note('2026-11-26T02:00:00.000Z'),
    { to: '', hours: 24 },
    'fresh',
  ],
] as const)('where %s', (_what, last, asked, state) => {
  expect(backupHealth(last, asked, NOW).state).toBe(state)
})

it.each([
  [null, true],
  [note('2026-11-26T02:00:00.000Z'), false],
  [note('2026-11-25T12:00:00.000Z'), true],
  [note('2026-11-26T11:30:00.000Z', 'backup.folder'), false],
  [note('2026-11-26T11:00:00.000Z', 'backup.folder'), true],
] as const)('the next is due after %j: %s', (last, isDue) => {
  expect(isBackupDue(last, 24, NOW)).toBe(isDue)
})

it.each([
  [1, '2026-11-26T11:00:00.800Z', true],
  [1, '2026-11-26T11:15:00.800Z', false],
  [0.25, '2026-11-26T11:45:00.800Z', true],
  [0.25, '2026-11-26T11:50:00.800Z', false],
] as const)(
  'asked each quarter, it is not put off to the next for a moment that is lacking: every %d h, last at %s',
  (hours, at, isDue) => {
    expect(isBackupDue(note(at), hours, NOW)).toBe(isDue)
  },
)
