import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText } from '../../test/world.ts'
import { stoppedClock } from '../adapters/clock.ts'
import { WITH_WITHHELD } from '../core/measure.ts'
import { publicMeasures } from '../store/queries/public-measures.ts'
import { testStore } from '../store/test-stores.ts'
import { verifyLog } from '../store/verify.ts'
import type { Context } from './context.ts'
import { fixMargins, marginsAreDue } from './fix-margins.ts'
import { rebuild } from './rebuild.ts'
import { contentOf, replay } from './replay.ts'

const TEXT = 'On 7 May 2024 police in Almaty detained an activist.'
const worlds: Context[] = []
let world: Context
beforeEach(async () => {
  world = await emptyWorld()
  worlds.push(world)
  await importText(world, TEXT)
})
afterAll(() => Promise.all(worlds.map((one) => one.store.destroy())))

const on = (day: string): Context => ({ ...world, clock: stoppedClock(`${day}T08:00:00.000Z`) })
const records = (from: number, to: number, more: Record<string, unknown> = {}): Promise<void> =>
  decideAll(
    world,
    Array.from({ length: to - from }, (_, index) =>
      aDecision({ id: `kz-2024-05-07-n${from + index}`, from: 'On 7 May', to: 'activist', ...more }),
    ),
  )
const held = { tier: { value: 'team', why: 'the family asked to wait' } }
const total = async (period = '2024') =>
  (await publicMeasures(world.store, 'kz', period)).find((one) => one.method === WITH_WITHHELD)

describe('a total that allows for records held back', () => {
  it('stands for a year before any margin was set, and whether or not something is held back', async () => {
    await records(0, 2)
    expect(await total()).toMatchObject({ certain: 2, claimed: 13 })
    await records(2, 20, held)
    expect(await total()).toMatchObject({ certain: 2, claimed: 13 })
  })

  it('opens to the public rows alone, and stands for whole years only', async () => {
    await records(0, 2)
    await records(2, 20, held)
    await fixMargins(world, { by: 'aigerim' })
    expect(await total()).toMatchObject({
      certain: 10,
      claimed: 28,
      slice: null,
      rows: ['kz-2024-05-07-n0', 'kz-2024-05-07-n1'],
    })
    expect(await total('2024-q2')).toBeUndefined()
  })

  it('does not stand for a year of which nothing is public', async () => {
    await records(0, 20, held)
    await fixMargins(world, { by: 'aigerim' })
    expect(await publicMeasures(world.store, 'kz')).toEqual([])
  })

  it('counts an aggregate, and a date over two years, neither shown nor held back', async () => {
    await records(0, 2)
    await records(2, 20, { ...held, kind: 'aggregate' })
    await records(20, 40, { ...held, date: '2023-12-31..2024-01-01' })
    await records(40, 60, { ...held, date: null })
    await fixMargins(world, { by: 'aigerim' })
    expect(await total()).toMatchObject({ certain: 2, claimed: 13 })
  })
})

describe('setting the margins', () => {
  it('happens once a quarter and says when the next time is', async () => {
    await records(0, 2)
    expect(await fixMargins(on('2026-11-23'), { by: 'aigerim' })).toMatchObject({ next: '2027-01-01' })
    await records(2, 20, held)
    expect(await fixMargins(on('2026-12-31'), { by: 'aigerim' })).toEqual({ set: null, next: '2027-01-01' })
    expect(await total()).toMatchObject({ certain: 2, claimed: 13 })
    expect((await fixMargins(on('2027-01-01'), { by: 'aigerim' })).set?.quarter).toBe('2027-q1')
    expect(await total()).toMatchObject({ certain: 10, claimed: 28 })
  })

  it('is not done again by a clock that was put back', async () => {
    await fixMargins(on('2027-01-01'), { by: 'aigerim' })
    expect((await fixMargins(on('2026-11-23'), { by: 'aigerim' })).set).toBeNull()
  })

  it('falls due with a new quarter, not with the first record', async () => {
    expect(await marginsAreDue(on('2026-12-31'))).toBe(false)
    expect(await marginsAreDue(on('2027-01-01'))).toBe(true)
    await fixMargins(on('2027-01-01'), { by: 'aigerim' })
    expect(await marginsAreDue(on('2027-03-31'))).toBe(false)
    expect(await marginsAreDue(on('2027-04-01'))).toBe(true)
  })

  it('survives a rebuild, is covered by the log, and comes out the same when that is played again', async () => {
    await records(0, 2)
    await records(2, 20, held)
    await fixMargins(world, { by: 'aigerim' })
    expect((await rebuild(world)).same).toBe(true)
    expect((await verifyLog(world.store)).breaks).toEqual([])
    const target = await testStore()
    const again = await replay(world, target)
    expect(again.tables.filter((one) => !one.same)).toEqual([])
    expect(await contentOf(target, 'margins')).toHaveLength(1)
    await target.destroy()
  })
})
