/** A day begins: whatever fails on it the pages are made of it, a shut house is served and writes nothing, and what was not done is tried again. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText } from '../../test/world.ts'
import { stoppedClock } from '../adapters/clock.ts'
import { publicMeasures } from '../store/queries/public-measures.ts'
import { openHouse, shutByOperator } from '../usecases/accounts/panic.ts'
import type { Context } from '../usecases/context.ts'
import { FIX_MARGINS, marginsAreDue } from '../usecases/fix-margins.ts'
import { dayBegins, eachDay } from './day-begins.ts'
import { eachForItself } from './each-for-itself.ts'

let world: Context
const UNSTEADY = {
  isSteady: false,
  earliest: '2026-11-20T00:00:00.000Z',
  latest: '2027-01-01T00:10:00.000Z',
}
const told: string[] = []
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained an activist.')
  await decideAll(world, [aDecision({ from: 'On 7 May', to: 'activist' })])
})
beforeEach(() => {
  told.length = 0
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => told.push(String(line)) > 0)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await world?.store.destroy()
})

/** The first day of the quarter after the one in which the log began. */
const quarter = (house = world.house): Context => ({
  ...{ ...world, house, store: house },
  clock: stoppedClock('2027-01-01T00:10:00.000Z'),
})
const counted = async (): Promise<number> => (await publicMeasures(world.house, 'kz')).length
const isSet = async (): Promise<boolean> =>
  (await world.house.selectFrom('events').select('seq').where('use_case', '=', FIX_MARGINS).execute())
    .length > 0

describe('a quarter that begins while the house is shut', () => {
  it('has its pages and no margins, until a day on which the house is open', async () => {
    await shutByOperator(world)
    await world.house.deleteFrom('public_measures').execute()
    expect(await marginsAreDue(quarter())).toBe(true)
    expect(await dayBegins(quarter())).toBe(true)
    expect([(await counted()) > 0, await isSet(), told]).toEqual([true, false, []])
    await openHouse(world, null)
  })
})

describe('a day that a clock says which was just set', () => {
  const days = async () => (await world.house.selectFrom('intake_days').select('day').execute()).length
  it('has its pages, and ends nothing for good until the clock has stood by it', async () => {
    await world.house.insertInto('intake_days').values({ day: '2026-08-01', salt: 'x', leaves: [] }).execute()
    await world.house.deleteFrom('public_measures').execute()
    expect(await dayBegins({ ...quarter(), span: () => UNSTEADY })).toBe(false)
    expect([(await counted()) > 0, await days()]).toEqual([true, 1])
    expect(await dayBegins(quarter())).toBe(true)
    expect(await days()).toBe(0)
  })
})

describe('a day on which something fails', () => {
  it('has its pages all the same, and is told not to be done', async () => {
    await world.house.deleteFrom('public_measures').execute()
    const broken = new Proxy(world.house, {
      get: (on, key) => {
        // Travel modes and the sealed form need these.
        if (key === 'deleteFrom') throw new Error('no such table')
        const value = Reflect.get(on, key) as unknown
        return typeof value === 'function' ? value.bind(on) : value
      },
    })
    expect(await dayBegins(quarter(broken))).toBe(false)
    expect([(await counted()) > 0, await isSet()]).toEqual([true, true])
    expect(told.map((one) => one.split(':')[0])).toEqual(['sealed form', 'field capture'])
  })

  it('is begun again at the next look, and not once it is done; of two looks at once one works', async () => {
    let [day, times] = ['2027-01-01', 0]
    const answers: (() => Promise<boolean>)[] = [
      () => Promise.reject(new Error('no database')),
      () => Promise.resolve(false),
      () => Promise.resolve(true),
      () => Promise.resolve(true),
    ]
    const look = eachDay(
      () => day,
      '2026-12-31',
      () => answers[times++]?.() ?? Promise.resolve(true),
    )
    await Promise.all([look(), look()])
    expect(times).toBe(1)
    for (let again = 0; again < 4; again += 1) await look()
    expect(times).toBe(3)
    day = '2027-01-02'
    await look()
    expect([times, told]).toEqual([4, ['pages: no database\n']])
  })
})

describe('what keeps the house safe', () => {
  it('is done piece by piece: a time stamp that fails stops no backup', async () => {
    const done: string[] = []
    const failed = await eachForItself([
      ['time stamps', () => Promise.reject(new Error('no authority'))],
      ['backup', async () => done.push('backup')],
    ])
    expect([failed, done, told]).toEqual([['time stamps'], ['backup'], ['time stamps: no authority\n']])
  })
})
