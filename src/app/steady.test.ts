/** A house whose clock has jumped is not believed for a day, however often its program is started again. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { emptyWorld, importText } from '../../test/world.ts'
import { stoppedClock } from '../adapters/clock.ts'
import type { Context } from '../usecases/context.ts'
import { steadyOf } from './steady.ts'

let world: Context
const on = (at: string): Context => ({ ...world, clock: stoppedClock(`${at}.000Z`) })
const isSteady = async (at: string): Promise<boolean> => (await steadyOf(on(at)))().isSteady
beforeAll(async () => {
  world = await emptyWorld()
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await world.store.destroy()
})

it('a new house is believed, and one that is used each day or stood still for a weekend', async () => {
  expect(await isSteady('2026-11-20T09:00:00')).toBe(true)
  await importText(on('2026-11-20T09:00:00'), 'It rained.', 'a.txt')
  expect(await isSteady('2026-11-20T10:00:00')).toBe(true)
  expect(await isSteady('2026-11-23T08:00:00')).toBe(true)
})

it('one in another year is not, also when something was written since and the program begins again', async () => {
  expect(await isSteady('2036-01-01T00:00:00')).toBe(false)
  await importText(on('2036-01-01T00:10:00'), 'It snowed.', 'b.txt')
  expect(await isSteady('2036-01-01T12:00:00')).toBe(false)
  expect(await isSteady('2036-01-02T00:20:00')).toBe(true)
})

it('one that was set back is not either, whatever is written by it, until it has stood by it for a day', async () => {
  const latest = async (at: string) => (await steadyOf(on(at)))().latest
  expect(await latest('2020-05-01T00:00:00')).toBe('2036-01-01T00:10:00.000Z')
  await importText(on('2020-05-01T00:10:00'), 'It hailed.', 'c.txt')
  expect(await isSteady('2020-05-01T12:00:00')).toBe(false)
  expect(await isSteady('2020-05-02T00:20:00')).toBe(true)
  // What it wrote in the wrong year is in the log for good, and no sign of a jump any more.
  await importText(on('2026-11-27T09:00:00'), 'It cleared.', 'd.txt')
  expect(await isSteady('2026-11-29T09:00:00')).toBe(true)
})
