/** A report on its way is stored for whoever still wants it; how it ended is told for an hour, and no trace is in memory for longer. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSource, emptyWorld, signedInAs } from '../../../test/world.ts'
import type { Context } from '../context.ts'
import { openJobs } from './jobs.ts'

const MINUTE = 60_000
let now = Date.parse('2026-11-23T12:00:00Z')
const clock = { now: () => new Date(now).toISOString() }
let world: Context
beforeAll(async () => {
  world = { ...(await emptyWorld()), clock }
})
afterAll(() => world?.store.destroy())

const given = (name: string) => ({
  ...{ bytes: new TextEncoder().encode(`On 7 May 2024 two were held. ${name}`), name, country: 'kz' },
  ...{ source: aSource(), asOf: null, by: 'lena' },
})

it('is told for an hour from its end, however long it waited', async () => {
  const jobs = openJobs(clock)
  const { id } = jobs.give(world, given('one.txt'))
  now += 120 * MINUTE
  expect((await jobs.soon(id, 10_000))?.state).toBe('done')
  now += 59 * MINUTE
  expect(jobs.all(world).map((one) => [one.name, one.state])).toEqual([['one.txt', 'done']])
  now += 2 * MINUTE
  expect(jobs.all(world)).toEqual([])
  expect(() => jobs.one(world, id)).toThrow('inbox.gone')
})

it('stays given up, whatever its thread still tells, and nothing of it is stored', async () => {
  const jobs = openJobs(clock)
  const { id } = jobs.give(world, { ...given('two.txt'), bytes: new Uint8Array(20_000).fill(65) })
  const seen = new Set<string>()
  const over = jobs.soon(id, 10_000)
  await jobs.cancel(world, id)
  for (let look = 0; look < 50; look += 1) {
    seen.add(jobs.one(world, id).state)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await over
  expect([...seen]).toEqual(['cancelled'])
  expect(
    await world.store.selectFrom('documents').select('name').where('name', '=', 'two').execute(),
  ).toEqual([])
})

it('is stored in nobody’s name who went into travel mode while it was read', async () => {
  const jobs = openJobs(clock)
  const { actor } = (await signedInAs(world, { handle: 'zarina', role: 'monitor' })).visitor
  const words = Array.from({ length: 400 }, (_, n) => `On 7 May 2024 police in Almaty held ${n + 2} people.`)
  const bytes = new TextEncoder().encode(words.join('\n\n'))
  const { id } = jobs.give({ ...world, actor }, { ...given('three.txt'), bytes })
  while (jobs.one({ actor }, id).state === 'waiting') await new Promise((resolve) => setImmediate(resolve))
  expect(jobs.one({ actor }, id).state).toBe('reading')
  await world.house.updateTable('accounts').set({ away: true }).where('id', '=', actor.account).execute()
  expect((await jobs.soon(id, 60_000))?.state).toBe('cancelled')
  expect(
    await world.store.selectFrom('documents').select('name').where('name', '=', 'three').execute(),
  ).toEqual([])
})
